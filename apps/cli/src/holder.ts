import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Holder } from '@cartograph/sync';

/** This process as those see it who want to write what it writes. */
export function createHolder(now: () => Date): Required<Holder> {
  const owner = `${hostname()} ${process.pid} ${startOf(process.pid) ?? now().getTime()}`;
  return { owner, holder: `pid ${process.pid} on ${hostname()}, since ${now().toISOString()}`, isDead };
}

/** Only of this machine's processes it can be said; a number that another process has by now is told by its start. */
function isDead(owner: string): boolean {
  const [host, pid, start] = owner.split(' ');
  if (host !== hostname() || !/^\d+$/.test(pid ?? '')) return false;
  if (!exists(Number(pid)) || isUnburied(Number(pid))) return true;
  const startedAt = startOf(Number(pid));
  return startedAt !== null && start?.includes('/') === true && startedAt !== start;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * The fields behind the name of a process, which is in parentheses and may have anything in it; null where the system does
 * not tell. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function fieldsOf(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** It was killed, and whoever started it has not taken note: in a container without an init that may never come. */
const isUnburied = (pid: number): boolean => fieldsOf(pid)?.[0] === 'Z';

/** When a process was started, in ticks since the boot and with the boot's own name, so that nothing repeats it. */
function startOf(pid: number): string | null {
  const ticks = fieldsOf(pid)?.[19];
  if (ticks === undefined) return null;
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return null;
  }
}
