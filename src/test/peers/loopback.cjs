// Required before a peer that listens on every address of the machine and calls home: it listens on loopback instead, and what it
// wants of anybody else is refused at once and written down in PEERS_OUTWARD, so that it is not taken for a call of Arke's.
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === 'object' && args[0] !== null) args[0] = { ...args[0], host: '127.0.0.1' };
  else args.splice(1, typeof args[1] === 'string' || args[1] === undefined ? 1 : 0, '127.0.0.1');
  return listen.apply(this, args);
};

// As node calls it: (options), (port, host), or what it has made of them, in an array.
const hostOf = ([first, second]) => {
  const options = Array.isArray(first) ? first[0] : first;
  return typeof options === 'object' ? options.host : typeof second === 'string' ? second : undefined;
};
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const host = hostOf(args);
  if (!host || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)) return connect.apply(this, args);
  appendFileSync(process.env.PEERS_OUTWARD, `${host}\n`);
  process.nextTick(() => this.destroy(Object.assign(new Error(`no way to ${host}`), { code: 'ENETUNREACH' })));
  return this;
};
