// Required before a peer that listens on every address of the machine: it listens on loopback instead.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === 'object' && args[0] !== null) args[0] = { ...args[0], host: '127.0.0.1' };
  else args.splice(1, typeof args[1] === 'string' || args[1] === undefined ? 1 : 0, '127.0.0.1');
  return listen.apply(this, args);
};
