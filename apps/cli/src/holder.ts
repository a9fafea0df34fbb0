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
  if (!exists(Number(pid))) return true;
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
 * When a process was started, as text that no other boot repeats; null where the system does not tell.
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the 22nd field, in ticks since the machine was started. The
 * second one is a name in parentheses and may have anything in it.
 */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch {
    return null;
  }
}
