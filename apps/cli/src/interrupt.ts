/** Aborts on the first Ctrl-C or SIGTERM, so that the page at hand is finished and the run is closed; a second one ends at once. */
export function createInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort(new Error(`stopped by ${name}`));
    });
  }
  return controller.signal;
}
