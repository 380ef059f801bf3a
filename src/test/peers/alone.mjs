// Whether this is a network of its own with nothing but the loopback, and how often something in it wanted to go out.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

export const isAlone = process.env.PEERS_ALONE === 'yes';

const number = (file, name) => {
  const lines = readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(/\s+/));
  const names = lines.find((line) => line[0] === 'Ip:' && line.includes(name));
  if (names) return Number(lines.filter((line) => line[0] === 'Ip:')[1][names.indexOf(name)]);
  return Number(lines.find((line) => line[0] === name)[1]);
};

// The kernel counts, for each network namespace, what it knew no way for.
export const wentNowhere = () => number('/proc/net/snmp', 'OutNoRoutes') + number('/proc/net/snmp6', 'Ip6OutNoRoutes');

// 192.0.2.1 is nobody's (RFC 5737).
export async function nothingIsOutside() {
  const other = Object.keys(networkInterfaces()).filter((name) => name !== 'lo');
  if (other.length) throw new Error(`there is more than the loopback: ${other}`);
  const before = wentNowhere();
  const code = await new Promise((resolve) =>
    connect(443, '192.0.2.1').on('connect', () => resolve('connected')).on('error', (error) => resolve(error.code)),
  );
  if (code !== 'ENETUNREACH') throw new Error(`an address outside answered ${code}`);
  if (wentNowhere() !== before + 1) throw new Error('the kernel does not count what goes nowhere');
  return true;
}
