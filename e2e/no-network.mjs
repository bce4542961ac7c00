/**
 * Preloaded into every process of the program under test: any attempt to leave this machine
 * throws and is written, one line each, to the file that WENJU_NETWORK_LOG names.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const log = process.env.WENJU_NETWORK_LOG
const loopback = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3}|0\.0\.0\.0|::)$/i

function refuse(what) {
  if (log) appendFileSync(log, `${what}\n`)
  throw new Error(`left the machine: ${what}`)
}

// http, https, tls and fetch all end in a net.Socket.
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const target = typeof first === 'object' && first !== null ? first : { port: first, host: second }
  const isPath = typeof target.path === 'string' || Number.isNaN(Number(target.port))
  const host = typeof target.host === 'string' ? target.host : 'localhost'
  if (!isPath && !loopback.test(host)) refuse(`connect ${host}:${target.port}`)
  return connect.apply(this, args)
}

const send = dgram.Socket.prototype.send
dgram.Socket.prototype.send = function (...args) {
  const host = args.findLast((arg) => typeof arg === 'string' && arg !== args[0])
  if (host && !loopback.test(host)) refuse(`send ${host}`)
  return send.apply(this, args)
}

for (const names of [dns, dns.promises]) {
  for (const name of Object.keys(names)) {
    if (!/^(lookup|resolve|reverse)/.test(name) || typeof names[name] !== 'function') continue
    const ask = names[name]
    names[name] = (host, ...rest) => {
      if (!loopback.test(String(host))) refuse(`${name} ${host}`)
      return ask(host, ...rest)
    }
  }
}
syncBuiltinESMExports()
