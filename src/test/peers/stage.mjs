// What the scripts of this stage share: programs that are started and in the end killed, and what is to be seen within a minute.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export const PATIENCE = 60_000;
const children = [];
let passed = 0;

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export function start(cwd, command, args, env = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (child.log += text));
  children.push(child);
  return child;
}

// A check that fails or throws is tried again.
export async function until(what, check) {
  const end = Date.now() + PATIENCE;
  let last;
  for (;;) {
    try {
      if (await check()) return;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain: ${what} ${last ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export function seen(what) {
  passed += 1;
  console.log(`  seen: ${what}`);
}

export async function see(what, check) {
  await until(what, check);
  seen(what);
}

export async function play(name, run) {
  let failed = 0;
  try {
    await run();
  } catch (error) {
    failed = 1;
    console.error(error);
    for (const child of children) console.error(`${child.spawnargs.join(' ')} (${child.exitCode})\n${child.log.slice(-8000)}`);
  }
  for (const child of children) child.kill('SIGKILL');
  console.log(`${name}: ${passed} passed, ${failed} failed`);
  process.exitCode = failed;
}
