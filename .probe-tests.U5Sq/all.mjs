// test/lab/hostile.test.ts
import assert from "node:assert/strict";
import { createSocket as createSocket3 } from "node:dgram";
import { describe, it } from "node:test";

// server/probe/context.ts
function failed(reason, detail) {
  return { ok: false, reason, detail };
}
function answered(value, since) {
  return { ok: true, value, milliseconds: Math.max(0, Math.round((performance.now() - since) * 10) / 10) };
}
function systemFailure(error) {
  const code = errorCode(error);
  if (code === "ECONNREFUSED" || code === "ECONNRESET") return failed("refused", `The port is shut (${code}).`);
  if (code === "ETIMEDOUT") return failed("no_answer", "Nothing came back in time.");
  if (["EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "ENETDOWN"].includes(code)) {
    return failed("unreachable", `The network knows no way there (${code}).`);
  }
  return failed("cannot_run", `This computer refused (${code}).`);
}
function errorCode(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";
}
async function orAborted(promise, signal) {
  signal.throwIfAborted();
  let stop = () => void 0;
  const aborted = new Promise((_resolve, reject) => {
    stop = () => reject(new Error("aborted"));
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

// server/probe/may-probe.ts
import { isIPv4, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

// server/probe/address-ranges.data.ts
var documentationRanges = [
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "2001:db8::/32",
  "3fff::/20"
];
var loopbackRange = "127.0.0.0/8";
var hostRanges = /* @__PURE__ */ new Set([
  "unicast",
  "private",
  "loopback",
  "linkLocal",
  "carrierGradeNat",
  "uniqueLocal",
  "benchmarking"
]);

// server/probe/may-probe.ts
function mayProbe(endpoint, guard) {
  if (!guard.trusted) return refuse("not_trusted", "The folder is not trusted.");
  const ip = parseAddress(endpoint.address);
  if (ip === void 0) return refuse("bad_name", `"${shorten(endpoint.address)}" is not an IP address.`);
  if (endpoint.protocol !== "icmp" && !isPort(endpoint.port)) {
    return refuse("bad_name", `${endpoint.port} is not a port number.`);
  }
  const mapped = findMapped(endpoint.address, ip, guard);
  if (mapped === void 0 && isIn(ip, documentationRanges)) {
    return refuse("documentation_address", `${ip.toString()} is an address for examples in documents.`);
  }
  const outside = checkNetworks(ip, guard.networks);
  if (outside !== void 0) return outside;
  return mapped === void 0 ? permitUnmapped(ip, endpoint, guard) : permitMapped(endpoint, mapped);
}
function mayLookUp(name2, guard) {
  if (!guard.trusted) return refuse("not_trusted", "The folder is not trusted.");
  if (!isHostName(name2)) return refuse("bad_name", `"${shorten(name2)}" is neither an address nor a host name.`);
  if (guard.onlyLoopback && name2.toLowerCase() !== "localhost") {
    return refuse("not_loopback", `To find "${shorten(name2)}" a name server would have to be asked.`);
  }
  return { ok: true, name: { name: name2 } };
}
function isHostName(text) {
  const disguised = text.split(".").every((part) => /^(0x[0-9a-f]*|\d+)$/i.test(part));
  return !disguised && /^[A-Za-z0-9]([A-Za-z0-9._-]{0,252})$/.test(text);
}
function parseAddress(text) {
  if (isIPv4(text) && ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (!isIPv6(text) || text.includes("%") || text.includes(".")) return void 0;
  return ipaddr.IPv6.parse(text);
}
function permitUnmapped(ip, endpoint, guard) {
  if (guard.onlyLoopback && !isIn(ip, [loopbackRange])) {
    return refuse("not_loopback", `FITS_ONLY_LOOPBACK is set, and ${ip.toString()} is another computer.`);
  }
  return permit(ip, endpoint.protocol === "icmp" ? 0 : endpoint.port, false);
}
function permitMapped(endpoint, mapped) {
  const target = parseAddress(mapped.to);
  if (target === void 0 || !isIn(target, [loopbackRange])) {
    return refuse("not_loopback", "The address map may lead only to 127.0.0.0/8.");
  }
  const port = endpoint.protocol === "icmp" ? echoPort(mapped) : mappedPort(endpoint, mapped);
  if (port === void 0) {
    const wanted = endpoint.protocol === "icmp" ? "ping" : `${endpoint.protocol}/${endpoint.port}`;
    return refuse("not_mapped", `The address map has ${shorten(endpoint.address)}, but not its ${wanted}.`);
  }
  return permit(target, port, true);
}
function permit(ip, port, mapped) {
  const to = { address: ip.toString(), port, family: ip.kind() === "ipv4" ? 4 : 6, mapped };
  return { ok: true, to };
}
function checkNetworks(ip, networks2) {
  if (!hostRanges.has(ip.range()) && !isIn(ip, documentationRanges)) {
    return refuse("bad_name", `${ip.toString()} is not the address of one device.`);
  }
  const holding = networks2.map(parseNetwork).filter((network2) => network2 !== void 0 && matches(ip, network2));
  if (holding.length === 0) return refuse("outside_networks", `${ip.toString()} is in none of the recorded networks.`);
  if (holding.some((network2) => network2 !== void 0 && isEdge(ip, network2))) {
    return refuse("bad_name", `${ip.toString()} is a whole network's address, not the address of one device.`);
  }
  return void 0;
}
function isEdge(ip, [network2, bits]) {
  if (ip.kind() !== "ipv4" || bits >= 31) return false;
  const cidr = `${network2.toString()}/${bits}`;
  const edges = [ipaddr.IPv4.broadcastAddressFromCIDR(cidr), ipaddr.IPv4.networkAddressFromCIDR(cidr)];
  return edges.some((edge) => edge.toString() === ip.toString());
}
function findMapped(recorded2, ip, guard) {
  for (const key of [recorded2, ip.toString()]) {
    if (Object.hasOwn(guard.addressMap, key)) return guard.addressMap[key];
  }
  return void 0;
}
function mappedPort(endpoint, mapped) {
  const key = `${endpoint.protocol}/${endpoint.port}`;
  if (mapped.ports === void 0 || !Object.hasOwn(mapped.ports, key)) return void 0;
  const port = mapped.ports[key];
  return port !== void 0 && isPort(port) ? port : void 0;
}
function echoPort(mapped) {
  const port = Number(/^udp\/(\d{1,5})$/.exec(mapped.icmp ?? "")?.[1]);
  return isPort(port) ? port : void 0;
}
function isIn(ip, ranges) {
  return ranges.some((range) => matches(ip, ipaddr.parseCIDR(range)));
}
function parseNetwork(cidr) {
  const [address, bits, ...rest] = cidr.split("/");
  const ip = parseAddress(address ?? "");
  if (ip === void 0 || bits === void 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return void 0;
  const length = Number(bits);
  return length <= (ip.kind() === "ipv4" ? 32 : 128) ? [ip, length] : void 0;
}
function matches(ip, [network2, bits]) {
  return ip.kind() === network2.kind() && ip.match([network2, bits]);
}
function isPort(port) {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}
function refuse(reason, detail) {
  return { ok: false, reason, detail };
}
function shorten(text) {
  return text.replace(/\p{C}/gu, "?").slice(0, 60);
}

// server/probe/snmp/credential.ts
var authNumbers = { md5: 2, sha: 3, sha224: 4, sha256: 5, sha384: 6, sha512: 7 };
var privNumbers = { des: 2, aes: 4, aes256b: 6, aes256r: 8 };
var levelNumbers = { noAuthNoPriv: 1, authNoPriv: 2, authPriv: 3 };
var levelFlags = { noAuthNoPriv: 0, authNoPriv: 1, authPriv: 3 };
function chooseLogin(snmp, credential) {
  if (snmp === "v3") {
    if (credential.v !== "3") return { unfit: "What is stored is a community, and the record says SNMP v3." };
    return userLogin(credential);
  }
  if (credential.v === "3") return { unfit: `What is stored is for SNMP v3, and the record says ${snmp}.` };
  return { version: snmp === "v1" ? 0 : 1, flags: 0, community: credential.community, context: "" };
}
function userLogin(credential) {
  const { level, auth, priv } = credential;
  if (level !== "noAuthNoPriv" && auth === void 0) return { unfit: "The stored secret lacks its password." };
  if (level === "authPriv" && priv === void 0) return { unfit: "The stored secret lacks its encryption password." };
  const user = {
    name: credential.user,
    level: levelNumbers[level],
    ...level !== "noAuthNoPriv" && auth !== void 0 ? { authProtocol: authNumbers[auth.protocol], authKey: auth.password } : {},
    ...level === "authPriv" && priv !== void 0 ? { privProtocol: privNumbers[priv.protocol], privKey: priv.password } : {}
  };
  return { version: 3, flags: levelFlags[level], user, context: credential.context ?? "" };
}

// server/probe/connected-udp.ts
function openConnectedUdp(to, sender, listener) {
  const socket = sender.openUdp(to);
  let open = true;
  let connected = false;
  let waiting = [];
  socket.on("error", (error) => {
    if (open) listener.onError(error);
  });
  socket.on("message", (datagram, from) => {
    if (open && from.port === to.port && from.address === to.address) listener.onDatagram(datagram);
  });
  socket.once("connect", () => {
    connected = true;
    for (const send of waiting) send();
    waiting = [];
  });
  socket.connect(to.port, to.address);
  const sendNow = (datagram, sent) => {
    if (!open) return;
    socket.send(datagram, (error) => {
      if (!open) return;
      if (error !== null) listener.onError(error);
      else sent?.();
    });
  };
  return {
    send: (datagram, sent) => {
      if (connected) sendNow(datagram, sent);
      else waiting.push(() => sendNow(datagram, sent));
    },
    close: () => {
      if (!open) return;
      open = false;
      waiting = [];
      socket.close();
    }
  };
}
function isShutPort(error) {
  return ["ECONNREFUSED", "ECONNRESET"].includes(errorCode(error));
}

// server/probe/snmp/checked-socket.ts
import { EventEmitter } from "node:events";

// server/probe/snmp/ber.ts
var berTags = { integer: 2, octets: 4, nothing: 5, oid: 6, sequence: 48 };
function readTlv(bytes, offset, limit) {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === void 0 || first === void 0 || offset + 2 > limit) return void 0;
  if (first < 128) return fit({ tag, start: offset + 2, end: offset + 2 + first }, limit);
  const count2 = first & 127;
  if (count2 === 0 || count2 > 4 || offset + 2 + count2 > limit) return void 0;
  const length = bytes.subarray(offset + 2, offset + 2 + count2).reduce((sum, byte) => sum * 256 + byte, 0);
  return fit({ tag, start: offset + 2 + count2, end: offset + 2 + count2 + length }, limit);
}
function fit(tlv2, limit) {
  return tlv2.end <= limit ? tlv2 : void 0;
}
function readAll(bytes, frame) {
  const found = [];
  let offset = frame.start;
  while (offset < frame.end) {
    const tlv2 = readTlv(bytes, offset, frame.end);
    if (tlv2 === void 0) return void 0;
    found.push(tlv2);
    offset = tlv2.end;
  }
  return found;
}
function readInteger(bytes, tlv2) {
  if (tlv2?.tag !== berTags.integer) return void 0;
  const content = bytes.subarray(tlv2.start, tlv2.end);
  const first = content[0];
  if (first === void 0 || content.length > 5) return void 0;
  return content.reduce((sum, byte) => sum * 256 + byte, first >= 128 ? -1 : 0);
}
function isSoundOid(bytes, tlv2) {
  let run = 0;
  let value = 0;
  for (const byte of bytes.subarray(tlv2.start, tlv2.end)) {
    value = value * 128 + (byte & 127);
    run = byte >= 128 ? run + 1 : 0;
    if (run > 4 || value > 4294967295) return false;
    if (byte < 128) value = 0;
  }
  return tlv2.end > tlv2.start && run === 0;
}

// server/probe/snmp/answer-check.ts
var responseTag = 162;
var reportTag = 168;
function checkAnswer(datagram, expected) {
  const outer = readTlv(datagram, 0, datagram.length);
  if (outer?.tag !== berTags.sequence) return fault("it is no SNMP message, or a cut one");
  const parts = readAll(datagram, outer);
  if (parts === void 0) return fault("its lengths do not fit together");
  const version = readInteger(datagram, parts[0]);
  if (version !== expected.version) return fault("it is of another SNMP version");
  return expected.version === 3 ? checkV3(datagram, parts, expected) : checkCommunity(datagram, parts, expected);
}
function questionId(datagram) {
  const outer = readTlv(datagram, 0, datagram.length);
  const parts = outer === void 0 ? void 0 : readAll(datagram, outer);
  const version = readInteger(datagram, parts?.[0]);
  const holder = version === 3 ? parts?.[1] : parts?.[2];
  return holder === void 0 ? void 0 : readInteger(datagram, readTlv(datagram, holder.start, holder.end));
}
function checkCommunity(datagram, parts, expected) {
  const pdu = parts[2];
  if (parts.length !== 3 || parts[1]?.tag !== berTags.octets || pdu === void 0) return fault("it is no SNMP answer");
  if (pdu.tag !== responseTag) return fault("it is an SNMP message, but no answer");
  const id = readInteger(datagram, readTlv(datagram, pdu.start, pdu.end));
  if (id === void 0 || !expected.isWaiting(id)) return fault("it answers another question");
  return checkPdu(datagram, pdu);
}
function checkV3(datagram, parts, expected) {
  const [, header, security2, scoped] = parts;
  if (header === void 0 || security2 === void 0 || scoped === void 0) return fault("it is no SNMP answer");
  const head = readHeader(datagram, header);
  if (head === void 0) return fault("its header is broken");
  if (!expected.isWaiting(head.id)) return fault("it answers another question");
  if (!isSecuritySound(datagram, security2)) return fault("its security part is broken");
  return head.flags === 3 ? checkEncrypted(scoped, expected) : checkPlain(datagram, scoped, head.flags, expected);
}
function readHeader(datagram, header) {
  const head = header.tag === berTags.sequence ? readAll(datagram, header) ?? [] : [];
  const [idPart, , flagsPart, modelPart] = head;
  const id = readInteger(datagram, idPart);
  if (head.length !== 4 || id === void 0 || readInteger(datagram, modelPart) !== 3) return void 0;
  const flags = readFlags(datagram, flagsPart);
  return flags === void 0 ? void 0 : { id, flags };
}
function readFlags(datagram, part) {
  if (part?.tag !== berTags.octets || part.end - part.start !== 1) return void 0;
  const value = (datagram[part.start] ?? 0) & 3;
  return value === 2 ? void 0 : value;
}
function isSecuritySound(datagram, security2) {
  const inner = security2.tag === berTags.octets ? readTlv(datagram, security2.start, security2.end) : void 0;
  const fields = inner?.tag === berTags.sequence ? readAll(datagram, inner) ?? [] : [];
  const wanted = [berTags.octets, berTags.integer, berTags.integer, berTags.octets, berTags.octets, berTags.octets];
  if (fields.length !== wanted.length || fields.some((field, index) => field.tag !== wanted[index])) return false;
  const engine2 = fields[0];
  const length = engine2 === void 0 ? 0 : engine2.end - engine2.start;
  const areNumbers = fields.slice(1, 3).every((field) => readInteger(datagram, field) !== void 0);
  return areNumbers && length >= 1 && length <= 32;
}
function checkEncrypted(scoped, expected) {
  if (expected.flags !== 3 || scoped.tag !== berTags.octets) return fault("it is encrypted, which was not asked for");
  return { ok: true, report: false };
}
function checkPlain(datagram, scoped, flags, expected) {
  const parts = scoped.tag === berTags.sequence ? readAll(datagram, scoped) ?? [] : [];
  const pdu = parts[2];
  if (parts.length !== 3 || pdu === void 0) return fault("its lengths do not fit together");
  if (pdu.tag === reportTag) {
    if (flags > expected.flags) return fault("it claims a security that was not asked for");
    const checked = checkPdu(datagram, pdu);
    return checked.ok ? { ok: true, report: true, counter: readCounter(datagram, pdu) } : checked;
  }
  if (pdu.tag !== responseTag) return fault("it is an SNMP message, but no answer");
  if (flags !== expected.flags) return fault("it is not protected as the question was");
  return checkPdu(datagram, pdu);
}
function checkPdu(datagram, pdu) {
  const [id, status, index, list, ...rest] = readAll(datagram, pdu) ?? [];
  const numbers = [id, status, index].every((part) => readInteger(datagram, part) !== void 0);
  if (!numbers || list?.tag !== berTags.sequence || rest.length > 0) return fault("its lengths do not fit together");
  const varbinds = readAll(datagram, list);
  if (varbinds === void 0) return fault("its lengths do not fit together");
  const broken = varbinds.some((varbind) => !isVarbindSound(datagram, varbind));
  return broken ? fault("one of its values is broken") : { ok: true, report: false };
}
function isVarbindSound(datagram, varbind) {
  if (varbind.tag !== berTags.sequence) return false;
  const [name2, value, ...rest] = readAll(datagram, varbind) ?? [];
  if (name2?.tag !== berTags.oid || value === void 0 || rest.length > 0) return false;
  return isSoundOid(datagram, name2) && isValueSound(datagram, value);
}
var longest = {
  2: { least: 1, most: 5 },
  4: { least: 0, most: 65535 },
  5: { least: 0, most: 0 },
  64: { least: 4, most: 4 },
  65: { least: 1, most: 5 },
  66: { least: 1, most: 5 },
  67: { least: 1, most: 5 },
  68: { least: 0, most: 65535 },
  70: { least: 1, most: 9 },
  128: { least: 0, most: 0 },
  129: { least: 0, most: 0 },
  130: { least: 0, most: 0 }
};
function isValueSound(datagram, value) {
  if (value.tag === berTags.oid) return isSoundOid(datagram, value);
  const bounds = longest[value.tag];
  const length = value.end - value.start;
  return bounds !== void 0 && length >= bounds.least && length <= bounds.most;
}
var usmStats = Buffer.from([43, 6, 1, 6, 3, 15, 1, 1]);
function readCounter(datagram, pdu) {
  const list = (readAll(datagram, pdu) ?? [])[3];
  const first = list === void 0 ? void 0 : readTlv(datagram, list.start, list.end);
  const name2 = first === void 0 ? void 0 : readTlv(datagram, first.start, first.end);
  if (name2 === void 0) return 0;
  const oid2 = Buffer.from(datagram.subarray(name2.start, name2.end));
  return oid2.subarray(0, usmStats.length).equals(usmStats) ? oid2[usmStats.length] ?? 0 : 0;
}
function fault(text) {
  return { ok: false, fault: text };
}

// server/probe/snmp/checked-socket.ts
var mostReports = 2;
function createCheckedSocket(to, sender, expected, onEnd) {
  const events = new EventEmitter();
  const ids = /* @__PURE__ */ new Set();
  let fault2;
  let reports = 0;
  let counter = 0;
  const onDatagram = (datagram) => {
    const checked = checkAnswer(datagram, { ...expected, isWaiting: (id) => ids.has(id) });
    if (!checked.ok) {
      fault2 = checked.fault;
      return;
    }
    if (checked.report) {
      reports += 1;
      counter = checked.counter;
      if (reports > mostReports) return onEnd(new Error("too many reports"));
    }
    try {
      events.emit("message", datagram);
    } catch (error) {
      fault2 = "it could not be read";
      onEnd(error instanceof Error ? error : new Error("unreadable"));
    }
  };
  const udp = openConnectedUdp(to, sender, { onDatagram, onError: onEnd });
  const forNetSnmp = {
    on: (event, listener) => events.on(event, listener),
    // Port and address of net-snmp are ignored: this socket is connected to the permitted endpoint and to no other.
    send: (...[buffer, offset, length, , , sent]) => {
      const datagram = buffer.subarray(offset, offset + length);
      const id = questionId(datagram);
      if (id !== void 0) ids.add(id);
      udp.send(datagram, () => sent(null));
    },
    close: () => {
      udp.close();
      events.emit("close");
    },
    ref: () => void 0,
    unref: () => void 0
  };
  return {
    forNetSnmp,
    notes: () => ({ fault: fault2, reports, counter }),
    forget: () => {
      ids.clear();
      fault2 = void 0;
      reports = 0;
      counter = 0;
    }
  };
}

// server/probe/snmp/net-snmp.ts
import * as library from "net-snmp";
var netSnmp = library;
var { createSession, createV3Session } = netSnmp;
function errorStatus(error) {
  return error.name === "RequestFailedError" && "status" in error && typeof error.status === "number" ? error.status : void 0;
}
function isTimeOut(error) {
  return error.name === "RequestTimedOutError";
}

// server/probe/snmp/session.ts
function openSnmp(to, login, context) {
  let end = () => void 0;
  let lastStatus = 0;
  const expected = { version: login.version, flags: login.flags };
  const socket = createCheckedSocket(to, context.sender, expected, (error) => end(error));
  const session = createNetSession(login, {
    version: login.version,
    timeout: context.times.packet,
    retries: 1,
    port: to.port,
    context: login.context,
    reportOidMismatchErrors: true,
    strictIntRangeChecks: false,
    dgramModule: { createSocket: () => socket.forNetSnmp }
  });
  session.on("error", () => void 0);
  const get = async (oids2) => {
    if (context.signal.aborted) return failed("cancelled", "Stopped before SNMP was asked.");
    const since = performance.now();
    socket.forget();
    lastStatus = 0;
    return await new Promise((resolve) => {
      let settled = false;
      const settle = (outcome) => {
        if (settled) return;
        settled = true;
        context.signal.removeEventListener("abort", onAbort);
        session.cancelRequests(new Error("ended"));
        resolve(outcome);
      };
      const onAbort = () => settle(failed("cancelled", "Stopped while SNMP was asked."));
      context.signal.addEventListener("abort", onAbort, { once: true });
      end = (error) => settle(explainFailure(error, socket.notes()));
      session.get(oids2, (error, varbinds) => {
        lastStatus = error === null ? 0 : errorStatus(error) ?? 0;
        if (error !== null) return settle(explainFailure(error, socket.notes()));
        settle(checkValues(oids2, varbinds ?? [], since));
      });
    });
  };
  return { get, lastStatus: () => lastStatus, close: () => session.close() };
}
function createNetSession(login, options) {
  return login.version === 3 ? createV3Session("permitted", login.user, options) : createSession("permitted", login.community, options);
}
function checkValues(oids2, varbinds, since) {
  if (varbinds.length !== oids2.length)
    return failed("bad_answer", "The answer has not as many values as were asked for.");
  if (varbinds.some((varbind, index) => varbind.oid !== oids2[index])) {
    return failed("bad_answer", "The answer is about something else than was asked.");
  }
  const hollow = (varbind) => (varbind.value === null || varbind.value === void 0) && ![5, 128, 129, 130].includes(varbind.type);
  if (varbinds.some(hollow)) return failed("bad_answer", "One of the values is broken.");
  return answered(varbinds, since);
}
function explainFailure(error, notes) {
  if (notes.reports > mostReports) return failed("bad_answer", "The device asks again and again to start anew.");
  const status = errorStatus(error);
  if (status !== void 0) return explainStatus(status);
  if (isShutPort(error)) return failed("refused", "Nothing listens on the SNMP port.");
  const byReport = explainReport(notes);
  if (byReport !== void 0) return byReport;
  if (notes.fault !== void 0) return failed("bad_answer", `An answer came that cannot be used: ${notes.fault}.`);
  if (isTimeOut(error)) return explainTimeOut(notes);
  if ("syscall" in error) return systemFailure(error);
  return failed("bad_answer", "The answer does not hold together.");
}
function explainReport(notes) {
  const login = {
    1: "The device does not offer this level of protection to this user.",
    3: "The device does not know this user name.",
    5: "The device does not accept this password.",
    6: "The device cannot read what was encrypted: the encryption password is another."
  };
  const words = login[notes.counter];
  if (words !== void 0) return failed("wrong_credential", words);
  return notes.counter === 2 && notes.reports === mostReports ? failed("bad_answer", "The device says again and again that the clocks differ.") : void 0;
}
function explainTimeOut(notes) {
  return notes.reports > 0 ? failed("wrong_credential", "The device introduced itself, but was silent to this name and password.") : failed("no_answer", "Nothing came back in time.");
}
function explainStatus(status) {
  if (status === 16 || status === 6) return failed("wrong_credential", "The device does not let this name read it.");
  return failed("bad_answer", `The device answers with error ${status}.`);
}

// server/probe/snmp/system-group.ts
var snmpPort = 161;
var tooBig = 1;
var noSuchName = 2;
var base = "1.3.6.1.2.1.1";
var oids = [1, 2, 3, 4, 5, 6].map((number) => `${base}.${number}.0`);
async function readSystemGroup(target, address, context) {
  if (target.snmp === "none") return failed("not_recorded", "The record says that it speaks no SNMP.");
  const permission = mayProbe({ address, protocol: "udp", port: snmpPort }, context.guard);
  if (!permission.ok) return permission;
  const login = await findLogin(target, context);
  if ("ok" in login) return login;
  if (context.signal.aborted) return failed("cancelled", "Stopped before SNMP was asked.");
  const session = openSnmp(permission.to, login, context);
  try {
    const since = performance.now();
    const answer = await getAll(session);
    if (!answer.ok) return answer;
    const group = readGroup(answer.value);
    return group === void 0 ? failed("bad_answer", "The answer tells nothing of what every device must tell.") : answered(group, since);
  } finally {
    session.close();
  }
}
async function findLogin(target, context) {
  const missing = (detail) => failed("no_credential", detail);
  if (target.credential === "") return missing("The record names no stored name and password.");
  let credential;
  try {
    credential = await orAborted(context.credential(target), context.signal);
  } catch {
    return failed("cannot_run", "The stored name and password could not be read in time.");
  }
  if (credential === void 0) return missing(`"${target.credential}" is not stored on this computer.`);
  const login = chooseLogin(target.snmp, credential);
  return "unfit" in login ? missing(login.unfit) : login;
}
async function getAll(session) {
  const all = await session.get(oids);
  if (all.ok || ![tooBig, noSuchName].includes(session.lastStatus())) return all;
  const found = [];
  for (const oid2 of oids) {
    const one = await session.get([oid2]);
    if (one.ok) found.push(...one.value);
    else if (session.lastStatus() !== noSuchName) return one;
  }
  return { ok: true, value: found, milliseconds: 0 };
}
function readGroup(varbinds) {
  const byOid = new Map(varbinds.map((varbind) => [varbind.oid, varbind.value]));
  const text = (number) => readText(byOid.get(`${base}.${number}.0`));
  const ticks = byOid.get(`${base}.3.0`);
  const sysObjectID = text(2);
  if (typeof ticks !== "number" || !/^\d+(\.\d+)+$/.test(sysObjectID)) return void 0;
  return {
    sysDescr: text(1),
    sysObjectID,
    upSeconds: Math.floor(ticks / 100),
    sysContact: text(4),
    sysName: text(5),
    sysLocation: text(6)
  };
}
var mostCharacters = 1024;
function readText(value) {
  if (typeof value === "string") return value;
  if (!Buffer.isBuffer(value)) return "";
  const utf8 = value.toString("utf8");
  const text = utf8.includes("\uFFFD") ? value.toString("latin1") : utf8;
  return text.replace(/\p{C}+/gu, " ").replace(/ {2,}/g, " ").trim().slice(0, mostCharacters);
}

// test/simulators/ber.ts
function tlv(tag, ...contents) {
  const content = Buffer.concat(contents);
  if (content.length < 128) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
  return Buffer.concat([Buffer.from([tag, 128 | length.length, ...length]), content]);
}
function sequence(...contents) {
  return tlv(48, ...contents);
}
function octets(content) {
  return tlv(4, Buffer.from(content));
}
function integer(value, tag = 2) {
  const bytes = [];
  let rest = BigInt(value);
  do {
    bytes.unshift(Number(rest & 0xffn));
    rest >>= 8n;
  } while (!(rest === 0n && (bytes[0] ?? 0) < 128 || rest === -1n && (bytes[0] ?? 0) >= 128));
  return tlv(tag, Buffer.from(bytes));
}
function oid(text) {
  return tlv(6, oidContent(text));
}
function oidContent(text) {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  const bytes = [];
  for (const part of [first * 40 + second, ...rest]) {
    const group = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) group.unshift(left % 128 | 128);
    bytes.push(...group);
  }
  return Buffer.from(bytes);
}
function oidText(content) {
  const parts = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 127);
    if (byte >= 128) continue;
    if (parts.length === 0)
      parts.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else parts.push(value);
    value = 0;
  }
  return parts.join(".");
}
function decode(buffer) {
  const tag = buffer[0];
  const first = buffer[1];
  if (tag === void 0 || first === void 0) throw new Error("cut");
  const count2 = first < 128 ? 0 : first & 127;
  const length = count2 === 0 ? first : buffer.readUIntBE(2, count2);
  const start = 2 + count2;
  if (buffer.length < start + length) throw new Error("cut");
  return { node: { tag, content: buffer.subarray(start, start + length) }, rest: buffer.subarray(start + length) };
}
function decodeAll(buffer) {
  const nodes = [];
  for (let rest = buffer; rest.length > 0; ) {
    const found = decode(rest);
    nodes.push(found.node);
    rest = found.rest;
  }
  return nodes;
}
function nodeAt(nodes, index) {
  const node = nodes[index];
  if (node === void 0) throw new Error(`element ${index} is missing`);
  return node;
}
function toInteger(node) {
  return node.content.length === 0 ? 0 : node.content.readIntBE(0, Math.min(6, node.content.length));
}

// test/simulators/snmp-agent.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// test/simulators/snmp-message.ts
var pduTags = { get: 160, getNext: 161, response: 162, set: 163, getBulk: 165, report: 168 };
function readMessage(datagram) {
  const parts = decodeAll(decode(datagram).node.content);
  const version = toInteger(nodeAt(parts, 0));
  if (version === 0 || version === 1) {
    return { version, community: nodeAt(parts, 1).content.toString(), pdu: readPdu(nodeAt(parts, 2)) };
  }
  if (version !== 3) throw new Error("unknown version");
  const header = decodeAll(nodeAt(parts, 1).content);
  const security2 = decodeAll(decode(nodeAt(parts, 2).content).node.content);
  return {
    version,
    id: toInteger(nodeAt(header, 0)),
    flags: nodeAt(header, 2).content[0] ?? 0,
    engineId: nodeAt(security2, 0).content,
    boots: toInteger(nodeAt(security2, 1)),
    time: toInteger(nodeAt(security2, 2)),
    user: nodeAt(security2, 3).content.toString(),
    digest: nodeAt(security2, 4).content,
    salt: nodeAt(security2, 5).content,
    scoped: nodeAt(parts, 3)
  };
}
function readScoped(content) {
  const parts = decodeAll(content);
  return { engine: nodeAt(parts, 0).content, name: nodeAt(parts, 1).content, pdu: readPdu(nodeAt(parts, 2)) };
}
function readPdu(node) {
  const parts = decodeAll(node.content);
  const varbinds = decodeAll(nodeAt(parts, 3).content);
  return {
    tag: node.tag,
    id: toInteger(nodeAt(parts, 0)),
    second: toInteger(nodeAt(parts, 1)),
    third: toInteger(nodeAt(parts, 2)),
    oids: varbinds.map((varbind) => oidText(nodeAt(decodeAll(varbind.content), 0).content))
  };
}
function writePdu(tag, id, status, index, binds2) {
  const list = sequence(...binds2.map((bind) => sequence(oid(bind.oid), bind.value)));
  return tlv(tag, integer(id), integer(status), integer(index), list);
}
function writeCommunity(version, community2, pdu) {
  return sequence(integer(version), octets(community2), pdu);
}
var noSuchObject = tlv(128);
var endOfView = tlv(130);
function answerPdu(pdu, walk, version) {
  if (pdu.tag === pduTags.getBulk && version !== 0) return writePdu(pduTags.response, pdu.id, 0, 0, bulk(pdu, walk));
  if (pdu.tag !== pduTags.get && pdu.tag !== pduTags.getNext) return void 0;
  const binds2 = pdu.oids.map((name2) => pdu.tag === pduTags.get ? exact(name2, walk) : following(name2, walk));
  const missing = binds2.findIndex((bind) => (bind.value[0] ?? 0) >= 128);
  if (version === 0 && missing >= 0) {
    const asked = pdu.oids.map((name2) => ({ oid: name2, value: tlv(5) }));
    return writePdu(pduTags.response, pdu.id, 2, missing + 1, asked);
  }
  return writePdu(pduTags.response, pdu.id, 0, 0, binds2);
}
function exact(name2, walk) {
  return { oid: name2, value: walk.get(name2) ?? noSuchObject };
}
function following(name2, walk) {
  return walk.next(name2) ?? { oid: name2, value: endOfView };
}
function bulk(pdu, walk) {
  const once = pdu.oids.slice(0, Math.max(0, pdu.second));
  let row = pdu.oids.slice(once.length);
  const binds2 = once.map((name2) => following(name2, walk));
  for (let turn = 0; turn < Math.min(100, pdu.third) && row.length > 0; turn += 1) {
    const answers = row.map((name2) => following(name2, walk));
    binds2.push(...answers);
    if (answers.every((bind) => bind.value[0] === 130)) break;
    row = answers.map((bind) => bind.oid);
  }
  return binds2;
}

// test/simulators/udp.ts
import { createSocket } from "node:dgram";
async function serveUdp(address, onDatagram, port = 0) {
  const socket = createSocket("udp4");
  const timers = /* @__PURE__ */ new Set();
  let received = 0;
  let open = true;
  const send = (datagram, from) => {
    if (open) socket.send(datagram, from.port, from.address, () => void 0);
  };
  socket.on("message", (datagram, from) => {
    received += 1;
    const reply = (answer, delay = 0) => {
      if (delay === 0) return send(answer, from);
      const timer = setTimeout(() => {
        timers.delete(timer);
        send(answer, from);
      }, delay);
      timers.add(timer);
    };
    onDatagram(datagram, reply, from);
  });
  await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, address, () => {
      socket.off("error", reject);
      resolve();
    });
  });
  socket.on("error", () => void 0);
  return {
    address,
    port: socket.address().port,
    received: () => received,
    close: async () => {
      open = false;
      for (const timer of timers) clearTimeout(timer);
      await new Promise((resolve) => socket.close(() => resolve()));
    }
  };
}

// test/simulators/usm.ts
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
var hashes = {
  md5: { name: "md5", digest: 12 },
  sha: { name: "sha1", digest: 12 },
  sha224: { name: "sha224", digest: 16 },
  sha256: { name: "sha256", digest: 24 },
  sha384: { name: "sha384", digest: 32 },
  sha512: { name: "sha512", digest: 48 }
};
function digestLength(protocol) {
  return hashes[protocol].digest;
}
function localisedKey(protocol, password2, engineId) {
  const { name: name2 } = hashes[protocol];
  const key = createHash(name2).update(Buffer.alloc(1024 * 1024, password2)).digest();
  return createHash(name2).update(key).update(engineId).update(key).digest();
}
function digestOf(protocol, key, message) {
  const { name: name2, digest } = hashes[protocol];
  return createHmac(name2, key).update(message).digest().subarray(0, digest);
}
function encrypt(key, boots, time2, plain) {
  const salt = randomBytes(8);
  const cipher = createCipheriv("aes-128-cfb", key.subarray(0, 16), vector(boots, time2, salt));
  return { data: Buffer.concat([cipher.update(plain), cipher.final()]), salt };
}
function decrypt(key, boots, time2, salt, data) {
  const decipher = createDecipheriv("aes-128-cfb", key.subarray(0, 16), vector(boots, time2, salt));
  return Buffer.concat([decipher.update(data), decipher.final()]);
}
function vector(boots, time2, salt) {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(boots, 0);
  bytes.writeUInt32BE(time2, 4);
  salt.copy(bytes, 8);
  return bytes;
}

// test/simulators/snmp-agent.ts
async function startAgent(options) {
  const engine2 = createEngine();
  let left = options.loseFirst ?? 0;
  let answered2 = 0;
  const server = await serveUdp(
    options.address,
    (datagram, reply) => {
      left -= 1;
      if (left >= 0) return;
      const answer = answerSafely(datagram, options, engine2);
      if (answer === void 0) return;
      if (!answer.report) answered2 += 1;
      reply(answer.datagram, options.delay);
    },
    options.port
  );
  return { ...server, engineId: engine2.id, answered: () => answered2 };
}
function answerSafely(datagram, options, engine2) {
  let message;
  try {
    message = readMessage(datagram);
  } catch {
    return void 0;
  }
  return message.version === 3 ? answerV3(message, datagram, options, engine2) : answerCommunity(message, options);
}
function answerCommunity(message, options) {
  if (options.communities?.includes(message.community) !== true) return void 0;
  const pdu = answerPdu(message.pdu, options.walk, message.version);
  if (pdu === void 0) return void 0;
  const datagram = writeCommunity(message.version, message.community, pdu);
  if (datagram.length <= (options.mostBytes ?? 65e3)) return { datagram, report: false };
  return { datagram: writeCommunity(message.version, message.community, tooBig2(message.pdu)), report: false };
}
function tooBig2(pdu) {
  return writePdu(pduTags.response, pdu.id, 1, 0, []);
}
function createEngine() {
  const id = Buffer.concat([Buffer.from([128, 0, 255, 255, 4]), randomBytes2(8)]);
  const keys = /* @__PURE__ */ new Map();
  const started = Date.now();
  return {
    id,
    boots: 7,
    time: () => 1e3 + Math.floor((Date.now() - started) / 1e3),
    keyOf: (user, password2) => {
      const name2 = `${user.auth?.protocol ?? "sha"}:${password2}`;
      const key = keys.get(name2) ?? localisedKey(user.auth?.protocol ?? "sha", password2, id);
      keys.set(name2, key);
      return key;
    }
  };
}
function answerV3(message, datagram, options, engine2) {
  const report = (counter, signer) => {
    const shy = counter === 4 && options.shyOfTime === true;
    const pdu2 = writePdu(pduTags.report, 0, 0, 0, [
      { oid: `1.3.6.1.6.3.15.1.1.${counter}.0`, value: integer(1, 65) }
    ]);
    return { datagram: writeV3(message.id, pdu2, engine2, { user: signer, priv: false, shy }), report: true };
  };
  if (!message.engineId.equals(engine2.id)) return report(4);
  const user = options.users?.find((known) => known.name === message.user);
  if (user === void 0) return report(3);
  const [wantsAuth, wantsPriv] = [(message.flags & 1) !== 0, (message.flags & 2) !== 0];
  if (wantsAuth !== (user.auth !== void 0) || wantsPriv !== (user.priv !== void 0)) return report(1);
  if (!isGenuine(message, datagram, user, engine2)) return report(5);
  if (wantsAuth && !isInTime(message, engine2)) return report(2, user);
  const scoped = openScoped(message, user, engine2);
  if (scoped === void 0) return report(6);
  const pdu = answerPdu(scoped.pdu, options.walk, 3);
  if (pdu === void 0) return void 0;
  return { datagram: writeV3(message.id, pdu, engine2, { user, priv: wantsPriv, shy: false }), report: false };
}
function isGenuine(message, datagram, user, engine2) {
  if (user.auth === void 0) return true;
  const claimed = Buffer.from(message.digest);
  message.digest.fill(0);
  const right = digestOf(user.auth.protocol, engine2.keyOf(user, user.auth.password), datagram);
  return claimed.equals(right);
}
function isInTime(message, engine2) {
  return message.boots === engine2.boots && Math.abs(message.time - engine2.time()) <= 150;
}
function openScoped(message, user, engine2) {
  try {
    if (user.priv === void 0) return readScoped(message.scoped.content);
    const key = engine2.keyOf(user, user.priv.password);
    const plain = decrypt(key, message.boots, message.time, message.salt, message.scoped.content);
    if (plain[0] !== 48) return void 0;
    return readScoped(plain.subarray(plain[1] === void 0 || plain[1] < 128 ? 2 : 2 + (plain[1] & 127)));
  } catch {
    return void 0;
  }
}
function writeV3(id, pdu, engine2, options) {
  const { user } = options;
  const [boots, time2] = options.shy ? [0, 0] : [engine2.boots, engine2.time()];
  const flags = (user?.auth === void 0 ? 0 : 1) | (options.priv ? 2 : 0);
  const digest = Buffer.alloc(user?.auth === void 0 ? 0 : digestLength(user.auth.protocol));
  let scoped = sequence(octets(engine2.id), octets(""), pdu);
  let salt = Buffer.alloc(0);
  if (options.priv && user?.priv !== void 0) {
    const sealed = encrypt(engine2.keyOf(user, user.priv.password), boots, time2, scoped);
    scoped = octets(sealed.data);
    salt = sealed.salt;
  }
  const build = (mark) => sequence(
    integer(3),
    sequence(integer(id), integer(65507), octets(Buffer.from([flags])), integer(3)),
    octets(
      sequence(
        octets(engine2.id),
        integer(boots),
        integer(time2),
        octets(user?.name ?? ""),
        octets(mark),
        octets(salt)
      )
    ),
    scoped
  );
  if (user?.auth === void 0) return build(digest);
  return build(digestOf(user.auth.protocol, engine2.keyOf(user, user.auth.password), build(digest)));
}
function writeReport(id, counter, engineId, boots, time2) {
  const pdu = writePdu(pduTags.report, 0, 0, 0, [{ oid: `1.3.6.1.6.3.15.1.1.${counter}.0`, value: integer(1, 65) }]);
  const security2 = sequence(octets(engineId), integer(boots), integer(time2), octets(""), octets(""), octets(""));
  return sequence(
    integer(3),
    sequence(integer(id), integer(65507), octets(Buffer.from([0])), integer(3)),
    octets(security2),
    sequence(octets(engineId), octets(""), pdu)
  );
}
function emptyValue(tag) {
  return tlv(tag);
}

// test/lab/support.ts
import path2 from "node:path";

// server/probe/sender.ts
import { createSocket as createSocket2 } from "node:dgram";
import { lookup } from "node:dns/promises";
import { connect } from "node:net";

// server/host/run-program.ts
import { isAbsolute, parse } from "node:path";
import { exec } from "tinyexec";
async function runProgram(command, args, options) {
  if (options.signal?.aborted === true) return { ended: "cancelled", output: "" };
  if (process.platform === "win32" && !(isAbsolute(command) && /\.exe$/i.test(command))) {
    return { ended: "missing", output: "", detail: `${command} is not the full path of a program.` };
  }
  const started = exec(command, args, {
    // The opened folder's node_modules/.bin must not decide which program runs, nor the folder that happens to be current.
    nodePath: false,
    nodeOptions: {
      cwd: parse(process.cwd()).root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...options.environment }
    }
  });
  const child = started.process;
  if (child === void 0) return { ended: "missing", output: "", detail: `${command} could not be started.` };
  return await new Promise((resolve) => {
    const chunks = [];
    let size = 0;
    let stopped;
    const stop = (why) => {
      stopped ??= why;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => stop("timeout"), options.timeout);
    const onAbort = () => stop("cancelled");
    options.signal?.addEventListener("abort", onAbort, { once: true });
    const settle = (end) => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", onAbort);
      resolve(end);
    };
    const collect = (chunk) => {
      size += chunk.length;
      if (size > (options.most ?? 65536)) stop("too_much");
      else chunks.push(chunk);
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", (error) => {
      settle({ ended: "missing", output: "", detail: `${command} could not be started (${error.code ?? "error"}).` });
    });
    child.once("close", (code) => {
      const output = Buffer.concat(chunks).toString("latin1");
      settle(stopped === void 0 ? { ended: "exit", code: code ?? -1, output } : { ended: stopped, output });
    });
  });
}

// server/probe/ping-command.ts
var packetsSent = 5;
var count = String(packetsSent);
var longestPing = 9e3;
function pingCommand(to, style, platform = process.platform, environment = process.env) {
  if (platform === "win32") {
    const command = `${environment["SystemRoot"] ?? "C:\\Windows"}\\System32\\PING.EXE`;
    return { command, args: [to.family === 4 ? "-4" : "-6", "-n", count, "-w", "1000", to.address] };
  }
  const interval2 = style === "quick" ? ["-i", "0.2"] : [];
  if (platform === "darwin") return macPing(to, interval2);
  const family = to.family === 4 ? [] : ["-6"];
  return { command: "ping", args: [...family, "-n", ...interval2, "-c", count, "-W", "1", to.address] };
}
function macPing(to, interval2) {
  return to.family === 4 ? { command: "ping", args: ["-n", "-c", count, ...interval2, "-W", "1000", to.address] } : { command: "ping6", args: ["-n", "-c", count, ...interval2, to.address] };
}

// server/probe/sender.ts
function createSender(onSend) {
  let attempts = 0;
  const note = () => {
    attempts += 1;
    onSend?.();
  };
  return {
    count: () => attempts,
    openTcp: (to) => {
      note();
      return connect({ host: to.address, port: to.port, family: to.family, autoSelectFamily: false });
    },
    openUdp: (to) => {
      note();
      return createSocket2({ type: to.family === 4 ? "udp4" : "udp6" });
    },
    ping: (to, style, options) => {
      note();
      const { command, args } = pingCommand(to, style);
      return runProgram(command, args, { ...options, environment: { LC_ALL: "C", LANG: "C", LANGUAGE: "C" } });
    },
    lookUp: async (permitted) => {
      note();
      return (await lookup(permitted.name, { all: true })).map((found) => found.address);
    }
  };
}

// test/simulators/snmprec.ts
import fs from "node:fs";
import path from "node:path";
function parseWalk(text) {
  const found = /* @__PURE__ */ new Map();
  for (const line of text.split(/\r?\n/)) {
    const [name2 = "", type = "", ...rest] = line.split("|");
    const value = /^\d+(\.\d+)+$/.test(name2) ? encodeValue(type, rest.join("|")) : void 0;
    if (value !== void 0 && !found.has(name2))
      found.set(name2, { oid: name2, parts: name2.split(".").map(Number), value });
  }
  const entries = [...found.values()].sort((a, b) => compareOids(a.parts, b.parts));
  return {
    size: entries.length,
    get: (name2) => found.get(name2)?.value,
    next: (name2) => {
      const parts = name2.split(".").map(Number);
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (compareOids(entries[middle]?.parts ?? [], parts) <= 0) low = middle + 1;
        else high = middle;
      }
      return entries[low];
    }
  };
}
function readWalk(name2, words = {}) {
  let text = fs.readFileSync(path.join(walksFolder(), `${name2}.snmprec`), "utf8");
  for (const [word, value] of Object.entries(words)) text = text.replaceAll(`{${word}}`, value);
  return parseWalk(text);
}
function walksFolder() {
  const beside = path.join(import.meta.dirname, "walks");
  return fs.existsSync(beside) ? beside : path.resolve("test/simulators/walks");
}
function encodeValue(type, text) {
  const hex = type.endsWith("x");
  const raw2 = hex ? Buffer.from(text, "hex") : Buffer.from(type.endsWith("e") ? unescape(text) : text);
  switch (type.replace(/[xe]$/, "")) {
    case "2":
      return /^-?\d+$/.test(text) ? integer(BigInt(text)) : void 0;
    case "4":
      return octets(raw2);
    case "5":
      return tlv(5);
    case "6":
      return /^\.?\d+(\.\d+)+$/.test(text) ? oid(text.replace(/^\./, "")) : void 0;
    case "64":
      return tlv(64, hex ? raw2 : Buffer.from(text.split(".").map(Number)));
    case "65":
    case "66":
    case "67":
    case "70":
      return /^\d+$/.test(text) ? integer(BigInt(text), Number.parseInt(type, 10)) : void 0;
    case "68":
      return tlv(68, raw2);
    default:
      return void 0;
  }
}
function unescape(text) {
  return text.replace(/\\x([0-9a-f]{2})|\\n|\\r|\\\\/gi, (all, code) => {
    if (code !== void 0) return String.fromCharCode(Number.parseInt(code, 16));
    return { "\\n": "\n", "\\r": "\r" }[all] ?? "\\";
  });
}
function compareOids(a, b) {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

// test/lab/support.ts
process.env["FITS_ONLY_LOOPBACK"] = "1";
var workerPath = path2.resolve("dist/probe-worker.js");
var recorded = "192.0.2.9";
var quickTimes = { packet: 250, device: 3e3 };
function guardFor(ports, changes = {}) {
  const mapped = { to: "127.0.0.1", ports };
  return {
    trusted: true,
    networks: ["192.0.2.0/24"],
    addressMap: { [recorded]: mapped },
    onlyLoopback: true,
    ...changes
  };
}
function targetOf(changes = {}) {
  return {
    school: "SCH-EPS",
    id: "SW-06",
    title: "KS1 switch",
    type: "switch",
    address: recorded,
    snmp: "v2c",
    credential: "snmp-ks1",
    ...changes
  };
}
function contextFor(guard, credential, times = quickTimes) {
  const stop = new AbortController();
  return {
    guard,
    sender: createSender(),
    signal: stop.signal,
    stop,
    times,
    credential: () => Promise.resolve(credential)
  };
}
var smallWalk = parseWalk(`1.3.6.1.2.1.1.1.0|4|Example ES24 switch
1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473.1.11
1.3.6.1.2.1.1.3.0|67|8640000
1.3.6.1.2.1.1.4.0|4|ICT technician
1.3.6.1.2.1.1.5.0|4|sw-06
1.3.6.1.2.1.1.6.0|4|KS1 cabinet
1.3.6.1.2.1.2.1.0|2|24
`);
var community = { v: "2c", community: "demonstration-read" };

// test/lab/hostile.test.ts
var secret = {
  v: "3",
  user: "fits",
  level: "authPriv",
  auth: { protocol: "sha", password: "authentication" },
  priv: { protocol: "aes", password: "encryption" }
};
var name = "demonstration-read";
var engine = Buffer.from("80001234567890", "hex");
function respond(pdu, value) {
  const binds2 = pdu.oids.map((asked, index) => ({ oid: asked, value: value(asked, index) }));
  return writeCommunity(1, name, writePdu(pduTags.response, pdu.id, 0, 0, binds2));
}
function replaceOne(pdu, index, value) {
  return respond(pdu, (asked, at) => at === index ? value : smallWalk.get(asked) ?? tlv(128));
}
function withPdu(pdu, status, index, binds2, tag = pduTags.response) {
  return writeCommunity(1, name, writePdu(tag, pdu.id, status, index, binds2));
}
function raw(pdu, ...varbinds) {
  const list = sequence(...varbinds);
  return writeCommunity(1, name, tlv(pduTags.response, integer(pdu.id), integer(0), integer(0), list));
}
function changed(buffer, from, to) {
  const hex = buffer.toString("hex");
  const at = hex.indexOf(from);
  assert.ok(at >= 0, `nothing to change: ${from}`);
  return Buffer.from(hex.slice(0, at) + to + hex.slice(at + from.length), "hex");
}
var binds = (pdu) => pdu.oids.map((asked) => ({ oid: asked, value: smallWalk.get(asked) ?? tlv(128) }));
var attacks = [
  {
    name: "a Report in a v2c answer (crashes net-snmp)",
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu), pduTags.report)),
    expected: "bad_answer"
  },
  {
    name: "garbage",
    answer: (_pdu, _good, reply) => reply(Buffer.from("hello, I am no SNMP agent")),
    expected: "bad_answer"
  },
  { name: "an empty datagram", answer: (_pdu, _good, reply) => reply(Buffer.alloc(0)), expected: "bad_answer" },
  { name: "cut by one byte", answer: (_pdu, good, reply) => reply(good.subarray(0, -1)), expected: "bad_answer" },
  {
    name: "cut in half",
    answer: (_pdu, good, reply) => reply(good.subarray(0, good.length / 2)),
    expected: "bad_answer"
  },
  {
    name: "a length that lies about a value",
    answer: (_pdu, good, reply) => reply(changed(good, Buffer.from("sw-06").toString("hex"), "040673772d3036")),
    expected: "bad_answer"
  },
  {
    name: "indefinite length",
    answer: (_pdu, good, reply) => reply(Buffer.concat([Buffer.from([48, 128]), decode(good).node.content, Buffer.alloc(2)])),
    expected: "bad_answer"
  },
  {
    name: "the answer to another question",
    answer: (pdu, _good, reply) => reply(withPdu({ ...pdu, id: pdu.id + 1 }, 0, 0, binds(pdu))),
    expected: "bad_answer"
  },
  {
    name: "another object than asked",
    answer: (pdu, _good, reply) => reply(
      withPdu(
        pdu,
        0,
        0,
        binds(pdu).map((bind) => ({ ...bind, oid: `${bind.oid}.1` }))
      )
    ),
    expected: "bad_answer"
  },
  {
    name: "the right values in the wrong order",
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu).reverse())),
    expected: "bad_answer"
  },
  {
    name: "all values null",
    answer: (pdu, _good, reply) => reply(respond(pdu, () => tlv(5))),
    expected: "bad_answer"
  },
  {
    name: "no such object at all",
    answer: (pdu, _good, reply) => reply(respond(pdu, () => tlv(128))),
    expected: "bad_answer"
  },
  { name: "no value at all", answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, [])), expected: "bad_answer" },
  {
    name: "one value too few",
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu).slice(1))),
    expected: "bad_answer"
  },
  {
    name: "an object without a value",
    answer: (pdu, _good, reply) => reply(raw(pdu, sequence(oid("1.3.6.1.2.1.1.1.0")))),
    expected: "bad_answer"
  },
  {
    name: "an empty object identifier",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 1, tlv(6))),
    expected: "bad_answer"
  },
  {
    name: "an unended object identifier",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 1, tlv(6, Buffer.from([43, 134])))),
    expected: "bad_answer"
  },
  {
    name: "a huge part of an object identifier",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 1, tlv(6, Buffer.from([43, 255, 255, 255, 255, 127])))),
    expected: "bad_answer"
  },
  {
    name: "the name of a value unended",
    answer: (pdu, _good, reply) => reply(raw(pdu, ...pdu.oids.map(() => sequence(tlv(6, Buffer.from([43, 134])), tlv(5))))),
    expected: "bad_answer"
  },
  {
    name: "a value of an unknown type",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, tlv(95, Buffer.from("x")))),
    expected: "bad_answer"
  },
  {
    name: "an integer of nine bytes",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, tlv(2, Buffer.alloc(9, 1)))),
    expected: "bad_answer"
  },
  {
    name: "an IP address of three bytes",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, tlv(64, Buffer.alloc(3)))),
    expected: "bad_answer"
  },
  {
    name: "an empty number",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, emptyValue(67))),
    expected: "bad_answer"
  },
  {
    name: "a text where the time belongs",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 2, octets("soon"))),
    expected: "bad_answer"
  },
  {
    name: "another version",
    answer: (pdu, _good, reply) => reply(writeCommunity(0, name, writePdu(pduTags.response, pdu.id, 0, 0, binds(pdu)))),
    expected: "bad_answer"
  },
  {
    name: "another community",
    answer: (pdu, _good, reply) => reply(writeCommunity(1, "other", writePdu(pduTags.response, pdu.id, 0, 0, binds(pdu)))),
    expected: "bad_answer"
  },
  {
    name: "our own question sent back",
    answer: (_pdu, _good, reply, datagram) => reply(datagram),
    expected: "bad_answer"
  },
  {
    name: "a trap",
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 0, 0, binds(pdu), 167)),
    expected: "bad_answer"
  },
  {
    name: "error 99 at 50",
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 99, 50, binds(pdu))),
    expected: "bad_answer"
  },
  { name: "tooBig for ever", answer: (pdu, _good, reply) => reply(withPdu(pdu, 1, 0, [])), expected: "bad_answer" },
  {
    name: "noSuchName for ever",
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 2, 1, binds(pdu))),
    expected: "bad_answer"
  },
  {
    name: "authorizationError",
    answer: (pdu, _good, reply) => reply(withPdu(pdu, 16, 0, [])),
    expected: "wrong_credential"
  },
  {
    name: "a description of 60 kB",
    answer: (pdu, _good, reply) => reply(replaceOne(pdu, 0, octets("x".repeat(6e4)))),
    expected: "ok"
  },
  {
    name: "3,000 values",
    answer: (pdu, _good, reply) => reply(
      withPdu(
        pdu,
        0,
        0,
        Array.from({ length: 3e3 }, () => ({ oid: "1.3.6.1.2.1.1.1.0", value: tlv(5) }))
      )
    ),
    expected: "bad_answer"
  },
  {
    name: "deep nesting",
    answer: (_pdu, _good, reply) => reply(Array.from({ length: 5e3 }).reduce((inner) => sequence(inner), tlv(5))),
    expected: "bad_answer"
  },
  {
    name: "a hundred copies",
    answer: (_pdu, good, reply) => Array.from({ length: 100 }).forEach(() => reply(good)),
    expected: "ok"
  },
  {
    name: "a flood of garbage, then the answer",
    answer: (_pdu, good, reply) => {
      for (let count2 = 0; count2 < 200; count2 += 1) reply(Buffer.from("garbage"));
      reply(good);
    },
    expected: "ok"
  },
  { name: "a late answer", answer: (_pdu, good, reply) => reply(good, 700), expected: "no_answer" },
  {
    name: "the answer to the first try, after the second",
    answer: (_pdu, good, reply) => reply(good, 300),
    expected: "ok"
  },
  {
    name: "an answer from another port",
    answer: (_pdu, good, _reply, _datagram, from) => sendFrom("127.0.0.1", good, from.port),
    expected: "no_answer"
  },
  {
    name: "an answer from another address",
    answer: (_pdu, good, _reply, _datagram, from) => sendFrom("127.0.0.2", good, from.port),
    expected: "no_answer"
  }
];
function sendFrom(address, datagram, port) {
  const socket = createSocket3("udp4");
  socket.on("error", () => socket.close());
  socket.bind(0, address, () => socket.send(datagram, port, "127.0.0.1", () => socket.close()));
}
async function read(port, credential) {
  const since = performance.now();
  const context = contextFor(guardFor({ "udp/161": port }), credential);
  const outcome = await readSystemGroup(targetOf({ snmp: credential.v === "3" ? "v3" : "v2c" }), recorded, context);
  return { outcome, milliseconds: performance.now() - since };
}
function assertOutcome(outcome, expected) {
  assert.equal(outcome.ok ? "ok" : outcome.reason, expected, outcome.ok ? "" : outcome.detail);
}
describe("hostile v2c agents", { concurrency: 8 }, () => {
  for (const attack of attacks) {
    it(attack.name, async () => {
      const server = await serveUdp("127.0.0.1", (datagram, reply, from) => {
        const message = readMessage(datagram);
        assert.ok(message.version !== 3);
        const pdu = answerPdu(message.pdu, smallWalk, 1);
        assert.ok(pdu !== void 0);
        attack.answer(message.pdu, writeCommunity(1, name, pdu), reply, datagram, from);
      });
      try {
        const { outcome, milliseconds } = await read(server.port, community);
        assertOutcome(outcome, attack.expected);
        assert.ok(milliseconds < 2500, `${milliseconds} ms`);
        if (outcome.ok) assert.ok(outcome.value.sysDescr.length <= 1024);
        assert.ok(server.received() <= 8, `${server.received()} datagrams`);
      } finally {
        await server.close();
      }
    });
  }
});
function v3(id, flags, security2, scoped, model = 3) {
  return sequence(
    integer(3),
    sequence(integer(id), integer(65507), octets(Buffer.from([flags])), integer(model)),
    octets(security2),
    scoped
  );
}
function security(user = "fits", digest = Buffer.alloc(0), salt = Buffer.alloc(0), engineId = engine) {
  return sequence(octets(engineId), integer(7), integer(1e3), octets(user), octets(digest), octets(salt));
}
function scopedAnswer() {
  const asked = [1, 2, 3, 4, 5, 6].map((number) => `1.3.6.1.2.1.1.${number}.0`);
  const list = asked.map((one) => ({ oid: one, value: smallWalk.get(one) ?? tlv(128) }));
  return sequence(octets(engine), octets(""), writePdu(pduTags.response, 1, 0, 0, list));
}
var discovery = (id) => writeReport(id, 4, engine, 7, 1e3);
var afterDiscovery = (answer) => (id, turn) => [
  turn === 1 ? discovery(id) : answer(id)
];
var v3Attacks = [
  {
    name: "a Report without a clock for every question (loops in net-snmp)",
    answer: (id) => [writeReport(id, 4, engine, 0, 0)],
    expected: "bad_answer",
    most: 4
  },
  {
    name: "the clock is wrong for ever",
    answer: afterDiscovery((id) => writeReport(id, 2, engine, 7, 1e3)),
    expected: "bad_answer",
    most: 4
  },
  {
    name: "a Report that names nothing",
    answer: afterDiscovery((id) => writeReport(id, 99, engine, 7, 1e3)),
    expected: "bad_answer",
    most: 4
  },
  {
    name: "a hundred Reports at once",
    answer: (id) => Array.from({ length: 100 }, () => discovery(id)),
    expected: "bad_answer",
    most: 4
  },
  {
    name: "introduces itself, then silence",
    answer: (id, turn) => turn === 1 ? [discovery(id)] : [],
    expected: "wrong_credential",
    most: 3
  },
  {
    name: "an answer in the clear to a question that was sealed",
    answer: afterDiscovery((id) => v3(id, 0, security(), scopedAnswer())),
    expected: "bad_answer",
    most: 3
  },
  {
    name: "an answer that is signed only",
    answer: afterDiscovery((id) => v3(id, 1, security("fits", Buffer.alloc(12, 1)), scopedAnswer())),
    expected: "bad_answer",
    most: 3
  },
  {
    name: "a wrong digest",
    answer: afterDiscovery(
      (id) => v3(id, 3, security("fits", Buffer.alloc(12, 1), Buffer.alloc(8)), octets(Buffer.alloc(64, 7)))
    ),
    expected: "bad_answer",
    most: 3
  },
  {
    name: "a digest of no length",
    answer: afterDiscovery(
      (id) => v3(id, 3, security("fits", Buffer.alloc(0), Buffer.alloc(8)), octets(Buffer.alloc(64, 7)))
    ),
    expected: "bad_answer",
    most: 3
  },
  {
    name: "encryption without a signature",
    answer: afterDiscovery((id) => v3(id, 2, security(), octets(Buffer.alloc(64)))),
    expected: "bad_answer",
    most: 3
  },
  {
    name: "an empty engine",
    answer: (id) => [v3(id, 0, security("", Buffer.alloc(0), Buffer.alloc(0), Buffer.alloc(0)), scopedAnswer())],
    expected: "bad_answer",
    most: 2
  },
  {
    name: "an engine of 30 kB",
    answer: (id) => [writeReport(id, 4, Buffer.alloc(3e4), 7, 1)],
    expected: "bad_answer",
    most: 2
  },
  {
    name: "another security model",
    answer: (id) => [v3(id, 0, security(), scopedAnswer(), 1)],
    expected: "bad_answer",
    most: 2
  },
  {
    name: "a v2c answer",
    answer: () => [writeCommunity(1, "public", writePdu(pduTags.response, 1, 0, 0, []))],
    expected: "bad_answer",
    most: 2
  },
  { name: "garbage", answer: () => [Buffer.from([48, 3, 2, 1, 3])], expected: "bad_answer", most: 2 },
  { name: "our own question sent back", answer: (_id, _turn, datagram) => [datagram], expected: "bad_answer", most: 2 }
];
describe("hostile v3 agents", { concurrency: 8 }, () => {
  for (const attack of v3Attacks) {
    it(attack.name, async () => {
      let turn = 0;
      const server = await serveUdp("127.0.0.1", (datagram, reply) => {
        turn += 1;
        const message = readMessage(datagram);
        assert.ok(message.version === 3);
        for (const answer of attack.answer(message.id, turn, datagram)) reply(answer);
      });
      try {
        const { outcome, milliseconds } = await read(server.port, secret);
        assertOutcome(outcome, attack.expected);
        assert.ok(milliseconds < 2500, `${milliseconds} ms`);
        assert.ok(server.received() <= attack.most, `${server.received()} datagrams`);
        assert.doesNotMatch(JSON.stringify(outcome), /authentication|"encryption/);
      } finally {
        await server.close();
      }
    });
  }
  it("a signed answer to a question without a password (throws in net-snmp)", async () => {
    let turn = 0;
    const server = await serveUdp("127.0.0.1", (datagram, reply) => {
      turn += 1;
      const message = readMessage(datagram);
      assert.ok(message.version === 3);
      reply(turn === 1 ? discovery(message.id) : v3(message.id, 1, security("open", Buffer.alloc(12)), scopedAnswer()));
    });
    try {
      const { outcome } = await read(server.port, { v: "3", user: "open", level: "noAuthNoPriv" });
      assertOutcome(outcome, "bad_answer");
    } finally {
      await server.close();
    }
  });
});
describe("mutated answers", () => {
  function createRandom(seed) {
    let state = seed;
    return () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state / 2147483648;
    };
  }
  for (const credential of [community, secret]) {
    it(`300 of v${credential.v}: each ends, none crashes`, async () => {
      const agent = await startAgent({
        address: "127.0.0.1",
        walk: smallWalk,
        communities: [name],
        users: [
          { name: "fits", auth: { protocol: "sha", password: "authentication" }, priv: { password: "encryption" } }
        ]
      });
      const random = createRandom(20261123);
      const proxy = await serveUdp("127.0.0.1", (datagram, reply) => {
        const ask3 = createSocket3("udp4");
        const timer = setTimeout(() => ask3.close(), 200);
        ask3.on("message", (answer) => {
          clearTimeout(timer);
          ask3.close();
          const broken = Buffer.from(answer);
          const changes = 1 + Math.floor(random() * 3);
          for (let count2 = 0; count2 < changes; count2 += 1)
            broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
          reply(random() < 0.2 ? broken.subarray(0, Math.floor(random() * broken.length)) : broken);
        });
        ask3.send(datagram, agent.port, "127.0.0.1");
      });
      const times = { packet: 60, device: 2e3 };
      const snmp = credential.v === "3" ? "v3" : "v2c";
      const one = async () => {
        const context = contextFor(guardFor({ "udp/161": proxy.port }), credential, times);
        const outcome = await readSystemGroup(targetOf({ snmp }), recorded, context);
        return outcome.ok ? "ok" : outcome.reason;
      };
      const seen = /* @__PURE__ */ new Set();
      try {
        for (let round = 0; round < 15; round += 1) {
          for (const reason of await Promise.all(Array.from({ length: 20 }, one))) seen.add(reason);
        }
      } finally {
        await proxy.close();
        await agent.close();
      }
      const known = ["ok", "bad_answer", "no_answer", "wrong_credential"];
      assert.deepEqual(
        [...seen].filter((reason) => !known.includes(reason)),
        []
      );
    });
  }
});

// test/lab/probes.test.ts
import assert2 from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe as describe2, it as it2 } from "node:test";

// server/probe/echo.ts
import { randomBytes as randomBytes3 } from "node:crypto";
var interval = 50;
async function simulatedPing(to, context) {
  const since = performance.now();
  const cookie = randomBytes3(8);
  const sentAt = [];
  const times = /* @__PURE__ */ new Map();
  const ended = await new Promise((resolve) => {
    const udp = openConnectedUdp(to, context.sender, {
      onDatagram: (datagram) => {
        const at = sentAt[datagram.length === 9 ? datagram[8] ?? -1 : -1];
        if (at === void 0 || !datagram.subarray(0, 8).equals(cookie)) return;
        times.set(datagram[8] ?? -1, performance.now() - at);
        if (times.size === packetsSent) finish("done");
      },
      // ECONNREFUSED: nothing stands there, like a device without power. A ping hears nothing then, so go on waiting.
      onError: () => void 0
    });
    const ticker = setInterval(() => {
      sentAt.push(performance.now());
      udp.send(Buffer.concat([cookie, Buffer.from([sentAt.length - 1])]));
      if (sentAt.length === packetsSent) clearInterval(ticker);
    }, interval);
    const timer = setTimeout(() => finish("done"), interval * packetsSent + context.times.packet);
    const onAbort = () => finish("cancelled");
    context.signal.addEventListener("abort", onAbort, { once: true });
    const finish = (how) => {
      clearInterval(ticker);
      clearTimeout(timer);
      context.signal.removeEventListener("abort", onAbort);
      udp.close();
      resolve(how);
    };
  });
  if (ended === "cancelled") return failed("cancelled", "Stopped during the ping.");
  return asAnswer([...times.values()], Math.round(performance.now() - since));
}
function asAnswer(times, milliseconds) {
  if (times.length === 0) {
    return failed("no_answer", `None of ${packetsSent} pings came back. Simulated by the demonstration network.`);
  }
  const round = (value2) => Math.round(value2 * 100) / 100;
  const value = {
    sent: packetsSent,
    received: times.length,
    least: round(Math.min(...times)),
    mean: round(times.reduce((sum, time2) => sum + time2, 0) / times.length),
    most: round(Math.max(...times)),
    simulated: true
  };
  return { ok: true, value, milliseconds };
}

// server/probe/ping-parse.ts
function parsePing(output, address, milliseconds) {
  const lines = output.split(/\r?\n/);
  const times = lines.map((line) => answerTime(line, address)).filter((time2) => time2 !== void 0);
  const received = Math.min(times.length, packetsSent);
  if (received === 0) return explainSilence(output);
  const sum = times.reduce((total2, time2) => total2 + time2, 0);
  const value = {
    sent: packetsSent,
    received,
    least: Math.min(...times),
    mean: Math.round(sum / times.length * 1e3) / 1e3,
    most: Math.max(...times),
    simulated: false
  };
  return { ok: true, value, milliseconds };
}
function isUsageError(output) {
  return /usage:|invalid option|unrecognized option|invalid number|bad timing interval|interval too short|cannot flood/i.test(
    output
  );
}
function answerTime(line, address) {
  if (/\bDUP!/.test(line)) return void 0;
  const answer = /\b(?:ttl|hlim|hop limit)[=:]\s?\d+/i.test(line) || isWindowsIpv6Answer(line, address);
  if (!answer) return void 0;
  const unix = /\b(?:ttl|hlim)=\d+\s.*?[=<]\s?(\d+(?:[.,]\d+)?)\s?\S{0,6}/i.exec(line);
  const windows = /[=<]\s?(\d+)[^=<\d]{0,12}TTL=/i.exec(line);
  const plain = /[=<]\s?(\d+(?:[.,]\d+)?)\s?ms/i.exec(line);
  const text = (unix ?? windows ?? plain)?.[1];
  return text === void 0 ? void 0 : Number(text.replace(",", "."));
}
function isWindowsIpv6Answer(line, address) {
  return address.includes(":") && line.includes(address) && /[=<]\s?\d+\s?ms\s*$/i.test(line);
}
function explainSilence(output) {
  if (/operation not permitted|permission denied|lacking privilege|are you root|access denied/i.test(output)) {
    return failed("cannot_run", "This computer does not let ping run.");
  }
  if (/unreachable|no route to host/i.test(output)) return failed("unreachable", "The network knows no way there.");
  if (isUsageError(output)) return failed("cannot_run", "This ping understands neither form of the question.");
  return failed("no_answer", `None of ${packetsSent} pings came back.`);
}

// server/probe/ping.ts
async function pingDevice(address, context) {
  const permission = mayProbe({ address, protocol: "icmp", port: 0 }, context.guard);
  if (!permission.ok) return permission;
  if (context.signal.aborted) return failed("cancelled", "Stopped before the ping.");
  return permission.to.mapped ? simulatedPing(permission.to, context) : systemPing(permission.to, context);
}
async function systemPing(to, context) {
  const quick = await runPing(to, "quick", context);
  return quick === "usage" ? asOutcome(await runPing(to, "plain", context)) : quick;
}
async function runPing(to, style, context) {
  const since = performance.now();
  const run = { timeout: Math.min(longestPing, context.times.device), signal: context.signal };
  const end = await context.sender.ping(to, style, run);
  if (end.ended === "missing") return failed("cannot_run", "This computer has no ping program.");
  if (end.ended === "cancelled") return failed("cancelled", "Stopped during the ping.");
  const outcome = parsePing(end.output, to.address, Math.round(performance.now() - since));
  return !outcome.ok && isUsageError(end.output) ? "usage" : outcome;
}
function asOutcome(result) {
  return result === "usage" ? failed("cannot_run", "The ping program of this computer is of an unknown kind.") : result;
}

// server/probe/ports.data.ts
var webPage = { port: 80, name: "web page" };
var secureWebPage = { port: 443, name: "secure web page" };
var commandLine = { port: 22, name: "remote command line" };
var sharedFiles = { port: 445, name: "shared files" };
var remoteDesktop = { port: 3389, name: "remote desktop" };
var printing = { port: 9100, name: "printing" };
var internetPrinting = { port: 631, name: "internet printing" };
var video = { port: 554, name: "video stream" };
var telephony = { port: 5060, name: "telephone calls" };
var networkDevice = [secureWebPage, commandLine];
var computer = [sharedFiles, remoteDesktop];
var portsByType = {
  server: computer,
  virtual_machine: computer,
  laptop: computer,
  desktop: computer,
  storage: [sharedFiles, secureWebPage],
  switch: networkDevice,
  router: networkDevice,
  firewall: networkDevice,
  access_point: networkDevice,
  wireless_controller: networkDevice,
  printer: [printing, internetPrinting, webPage],
  ups: [secureWebPage],
  nvr: [video, webPage],
  camera: [video, webPage],
  door_entry: [secureWebPage],
  telephone: [telephony, webPage],
  // No packet beyond ping: tablets sleep, and the rest have no address that means anything to TCP.
  tablet: [],
  circuit: [],
  backup_media: [],
  cabinet: []
};
var usualPorts = [secureWebPage, webPage];

// server/probe/resolve.ts
async function resolveAddress(recorded2, context) {
  const since = performance.now();
  const text = recorded2.trim();
  if (text === "") return failed("not_recorded", "The record gives no address.");
  if (parseAddress(text) !== void 0) return answered(text, since);
  const permission = mayLookUp(text, context.guard);
  if (!permission.ok) return permission;
  try {
    const addresses = await orAborted(context.sender.lookUp(permission.name), context.signal);
    const best = addresses.find((address) => !address.includes(":")) ?? addresses[0];
    return best === void 0 ? failed("name_not_found", "The name has no address.") : answered(best, since);
  } catch (error) {
    if (context.signal.aborted) return failed("cancelled", "Stopped while the name was looked up.");
    return failed("name_not_found", `The name was not found (${errorCode(error)}).`);
  }
}

// server/probe/state.ts
var neverAsked = /* @__PURE__ */ new Set([
  "name_not_found",
  "no_credential",
  "not_recorded",
  "outside_networks",
  "documentation_address",
  "not_loopback",
  "not_mapped",
  "not_trusted",
  "bad_name",
  "cancelled",
  "cannot_run"
]);
var aliveThough = /* @__PURE__ */ new Set(["refused", "bad_answer", "wrong_credential"]);
function wasAsked(outcome) {
  return outcome.ok || !neverAsked.has(outcome.reason);
}
function isAlive(outcome) {
  return outcome.ok || aliveThough.has(outcome.reason);
}
function lostPings(seen) {
  return seen.ping.ok ? seen.ping.value.sent - seen.ping.value.received : 0;
}
function judge(seen) {
  const outcomes = [seen.ping, ...seen.ports.map((port) => port.outcome), seen.snmp].filter(wasAsked);
  if (outcomes.length === 0) return "unknown";
  if (!outcomes.some(isAlive)) return "down";
  return outcomes.every((outcome) => outcome.ok) && lostPings(seen) === 0 ? "ok" : "warning";
}

// server/probe/sentences.data.ts
var reasonWords = {
  no_answer: {
    short: "no answer",
    said: "{device} did not answer.",
    advice: "Look at its power and its cable first."
  },
  refused: {
    short: "shut",
    said: "{device} is there, but what was asked for is switched off.",
    advice: "Switch it on there if you need it."
  },
  unreachable: {
    short: "no way there",
    said: "The network knows no way to {device} at {address}.",
    advice: "Look at the switch or router between here and there, or correct the address."
  },
  name_not_found: {
    short: "name not found",
    said: 'No name server knows "{address}", so {device} could not be tried.',
    advice: "Correct the name in the record, or write the address itself."
  },
  bad_answer: {
    short: "unusable answer",
    said: "{device} sent something that cannot be used.",
    advice: "Restart it or update its software if this goes on."
  },
  wrong_credential: {
    short: "refuses the stored name",
    said: '{device} answers, but refuses SNMP: the stored name "{credential}" was not accepted.',
    advice: "Store the name and password again, or put them right on the device."
  },
  no_credential: {
    short: "nothing stored that fits",
    said: 'Nothing that fits is stored on this computer as "{credential}", so SNMP was not asked.',
    advice: 'Store it with "FITS: Store Credential\u2026".'
  },
  not_recorded: {
    short: "not recorded",
    said: "The record of {device} gives no address, so nothing could be tried.",
    advice: "Write its address into the record."
  },
  outside_networks: {
    short: "outside your networks",
    said: "{address} is in none of your recorded networks, so nothing was sent.",
    advice: "Record that network, or correct the address of {device}."
  },
  documentation_address: {
    short: "example address",
    said: "{address} is an address for examples in books, so nothing was sent.",
    advice: "Write the real address of {device} into its record."
  },
  not_loopback: {
    short: "only this computer",
    said: "Only this computer may be tried at the moment, so nothing was sent to {device}.",
    advice: "Start without FITS_ONLY_LOOPBACK to reach the real network."
  },
  not_mapped: {
    short: "not in the demonstration",
    said: "The demonstration network has nothing that stands for {device}, so nothing was sent.",
    advice: "Add it to the setting fits.addressMap."
  },
  not_trusted: {
    short: "folder not trusted",
    said: "I could not try: this folder is not trusted yet.",
    advice: "Trust the folder if you know where it comes from, then try again."
  },
  bad_name: {
    short: "no usable address",
    said: '"{address}" is not the address or name of one device, so nothing was sent.',
    advice: "Correct the address of {device}."
  },
  cancelled: {
    short: "stopped",
    said: "{device} was not tried to the end, because you stopped.",
    advice: "Try again when you like."
  },
  cannot_run: {
    short: "could not be tried",
    said: "{device} could not be tried: this computer lacks what is needed, or did not allow it.",
    advice: "The details say what was missing."
  }
};

// server/probe/summary.ts
function describeDevice(target, seen, state) {
  if (state === "unknown") return describeUnasked(target, seen);
  if (state === "down") return describeDown(target, seen);
  const troubles = findTroubles(target, seen);
  const first = troubles[0];
  if (first === void 0) return describeWell(target, seen);
  return `${nameOf(target)} answers, but ${joinWords(troubles.map((trouble) => trouble.words))}. ${first.advice}`;
}
function summariseReports(reports) {
  if (reports.length === 0) return "There was no device to try.";
  const count2 = (state) => reports.filter((report) => report.state === state).length;
  const parts = [
    countWords(count2("ok"), "answers", "answer"),
    countWords(count2("warning"), "answers only in part", "answer only in part"),
    countWords(count2("down"), "does not answer", "do not answer"),
    countWords(count2("unknown"), "could not be tried", "could not be tried")
  ];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}
function nameOf(target) {
  if (target.title === "") return target.id;
  return target.id === "" || target.title.includes(target.id) ? target.title : `${target.title} (${target.id})`;
}
function findTroubles(target, seen) {
  return [...snmpTrouble(target, seen.snmp), ...portTrouble(seen.ports), ...pingTrouble(seen)];
}
function snmpTrouble(target, snmp) {
  if (snmp.ok || !wasAsked(snmp)) return [];
  const stored2 = `the stored name "${target.credential}"`;
  if (snmp.reason === "wrong_credential") {
    return [{ words: `refuses SNMP: ${stored2} was not accepted`, advice: reasonWords.wrong_credential.advice }];
  }
  if (snmp.reason === "refused") {
    return [{ words: "SNMP is switched off on it", advice: "Switch SNMP on there, or record that it speaks none." }];
  }
  if (snmp.reason === "bad_answer") {
    return [{ words: "what it says by SNMP cannot be used", advice: reasonWords.bad_answer.advice }];
  }
  const advice = target.snmp === "v3" ? "See whether SNMP is on there, and whether it lets this computer ask." : `See whether SNMP is on there, and whether ${stored2} is the one that it expects.`;
  return [{ words: "is silent to SNMP", advice }];
}
function portTrouble(ports) {
  const silent = ports.filter((port) => !port.outcome.ok && wasAsked(port.outcome));
  if (silent.length === 0) return [];
  const words = `there is silence at ${joinWords(silent.map(portWords))}`;
  return [{ words, advice: "See whether that service runs, and whether a firewall stands between." }];
}
function pingTrouble(seen) {
  const lost = lostPings(seen);
  if (seen.ping.ok && lost > 0) {
    return [
      {
        words: `${lost} of ${seen.ping.value.sent} pings ${lost === 1 ? "was" : "were"} lost`,
        advice: "Look at its cable or its radio link."
      }
    ];
  }
  if (seen.ping.ok || !wasAsked(seen.ping)) return [];
  return [{ words: "not to ping", advice: "Some devices are set so; if this one is, there is nothing to do." }];
}
function describeWell(target, seen) {
  const answers = [];
  if (seen.ping.ok) answers.push(pingWords(seen.ping.value));
  const open = seen.ports.filter((port) => port.outcome.ok && port.outcome.value.open);
  answers.push(...open.map(portWords));
  if (seen.snmp.ok) answers.push(snmpWords(seen.snmp.value.sysName));
  const shut = seen.ports.filter((port) => port.outcome.ok && !port.outcome.value.open);
  const first = answers.length === 0 ? "is there" : `answers: ${joinWords(answers)}`;
  return [`${nameOf(target)} ${first}.`, describeNote(target, seen, shut)].filter((text) => text !== "").join(" ");
}
function describeNote(target, seen, shut) {
  if (shut.length > 0) {
    const [verb, is] = shut.length === 1 ? ["is", "it is"] : ["are", "they are"];
    return `Its ${joinWords(shut.map(portWords))} ${verb} shut: nothing to do unless ${is} needed.`;
  }
  if (!seen.snmp.ok && seen.snmp.reason === "no_credential") {
    return target.credential === "" ? "SNMP was not asked, because the record names no stored name and password." : fill(reasonWords.no_credential.said, target);
  }
  if (!seen.ping.ok && seen.ping.reason === "cannot_run") return "It was not pinged: this computer cannot.";
  return "";
}
function describeDown(target, seen) {
  const silent = [
    ...wasAsked(seen.ping) ? ["five pings"] : [],
    ...seen.ports.filter((port) => wasAsked(port.outcome)).map(portWords),
    ...wasAsked(seen.snmp) ? ["SNMP"] : []
  ];
  const asked = [seen.ping, ...seen.ports.map((port) => port.outcome), seen.snmp].filter(wasAsked);
  const cutOff = asked.every((outcome) => !outcome.ok && outcome.reason === "unreachable");
  const words = cutOff ? reasonWords.unreachable : reasonWords.no_answer;
  const said = cutOff ? fill(words.said, target) : `${nameOf(target)} did not answer ${joinWords(silent, "or")}.`;
  return `${said} ${words.advice}`;
}
function describeUnasked(target, seen) {
  const reasons = [seen.ping, ...seen.ports.map((port) => port.outcome), seen.snmp].map(
    (outcome) => outcome.ok ? "cannot_run" : outcome.reason
  );
  const words = reasonWords[reasons[0] ?? "cannot_run"];
  return `${fill(words.said, target)} ${fill(words.advice, target)}`;
}
function fill(text, target) {
  const words = { device: nameOf(target), address: target.address, credential: target.credential };
  return text.replace(/\{(device|address|credential)\}/g, (_all, key) => words[key]);
}
function pingWords(ping) {
  const name2 = ping.simulated ? "simulated ping" : "ping";
  return ping.mean === null ? name2 : `${name2} (${ping.mean < 10 ? Number(ping.mean.toFixed(1)) : Math.round(ping.mean)} ms)`;
}
function portWords(port) {
  return `${port.name} (port ${port.port})`;
}
function snmpWords(sysName) {
  return sysName === "" ? "SNMP" : `SNMP, where it calls itself "${sysName}"`;
}
function countWords(count2, one, many) {
  if (count2 === 0) return "";
  return `${count2} ${count2 === 1 ? one : many}`;
}
function joinWords(words, last = "and") {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

// server/probe/tcp.ts
async function tryPort(address, port, context) {
  const permission = mayProbe({ address, protocol: "tcp", port }, context.guard);
  if (!permission.ok) return permission;
  if (context.signal.aborted) return failed("cancelled", "Stopped before the connection.");
  const since = performance.now();
  const socket = context.sender.openTcp(permission.to);
  return await new Promise((resolve) => {
    const settle = (outcome) => {
      clearTimeout(timer);
      context.signal.removeEventListener("abort", onAbort);
      socket.resetAndDestroy();
      resolve(outcome);
    };
    const onAbort = () => settle(failed("cancelled", "Stopped during the connection."));
    const timer = setTimeout(() => settle(failed("no_answer", "Nothing came back in time.")), context.times.packet);
    context.signal.addEventListener("abort", onAbort, { once: true });
    socket.once("connect", () => settle(answered({ open: true }, since)));
    socket.on("error", (error) => {
      const failure = systemFailure(error);
      settle(failure.reason === "refused" ? answered({ open: false }, since) : failure);
    });
  });
}

// server/probe/device.ts
async function probeDevice(target, context) {
  const since = performance.now();
  const deadline = startDeadline(context);
  try {
    const seen = await ask(target, { ...context, signal: deadline.signal });
    const told = context.signal.aborted ? seen : asSilence(seen);
    return makeReport(target, told, performance.now() - since);
  } finally {
    deadline.end();
  }
}
function reportAllFailed(target, reason, detail) {
  return makeReport(target, allFailed(target, reason, detail), 0);
}
function makeReport(target, seen, milliseconds) {
  const state = judge(seen);
  return {
    target,
    at: (/* @__PURE__ */ new Date()).toISOString(),
    milliseconds: Math.round(milliseconds),
    state,
    summary: describeDevice(target, seen, state),
    ...seen
  };
}
async function ask(target, context) {
  const resolved = await resolveAddress(target.address, context);
  if (!resolved.ok) return allFailed(target, resolved.reason, resolved.detail);
  const address = resolved.value;
  const [ping, snmp, ...ports] = await Promise.all([
    pingDevice(address, context),
    readSystemGroup(target, address, context),
    ...portsOf(target).map(async ({ port, name: name2 }) => {
      return { port, name: name2, outcome: await tryPort(address, port, context) };
    })
  ]);
  return { ping, ports, snmp };
}
function allFailed(target, reason, detail) {
  const outcome = failed(reason, detail);
  return { ping: outcome, ports: portsOf(target).map((port) => ({ ...port, outcome })), snmp: outcome };
}
function portsOf(target) {
  return Object.hasOwn(portsByType, target.type) ? portsByType[target.type] ?? usualPorts : usualPorts;
}
function asSilence(seen) {
  const late = (outcome) => !outcome.ok && outcome.reason === "cancelled" ? failed("no_answer", "It took too long.") : outcome;
  return {
    ping: late(seen.ping),
    ports: seen.ports.map((port) => ({ ...port, outcome: late(port.outcome) })),
    snmp: late(seen.snmp)
  };
}
function startDeadline(context) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, context.times.device);
  if (context.signal.aborted) abort();
  else context.signal.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      context.signal.removeEventListener("abort", abort);
    }
  };
}

// test/simulators/echo.ts
async function startEcho(options) {
  let count2 = 0;
  return await serveUdp(options.address, (datagram, reply) => {
    count2 += 1;
    const every = options.loseEvery ?? 0;
    if (every > 0 && count2 % every === 0) return;
    reply(datagram, options.delay);
  });
}

// test/simulators/tcp-servers.ts
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { createServer } from "node:net";
async function startOpenPort(address, port = 0) {
  return await listen(createServer(), address, port);
}
async function startWebPage(address, title, port = 0) {
  return await listen(
    createHttp((_request, response) => response.end(`<!doctype html><title>${title}</title>`)),
    address,
    port
  );
}
async function startSecureWebPage(address, title, certificate, port = 0) {
  const server = createHttps(
    { ...certificate },
    (_request, response) => response.end(`<!doctype html><title>${title}</title>`)
  );
  return await listen(server, address, port);
}
async function findShutPort(address) {
  const server = await startOpenPort(address);
  await server.close();
  return server.port;
}
async function listen(server, address, port) {
  const sockets = /* @__PURE__ */ new Set();
  let connections = 0;
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    if (!(server.listenerCount("request") > 0)) socket.resume();
  });
  server.on("tlsClientError", () => void 0);
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const bound = server.address();
  return {
    address,
    port: typeof bound === "object" && bound !== null ? bound.port : port,
    connections: () => connections,
    close: async () => {
      const closed = new Promise((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    }
  };
}

// test/simulators/tls-certificate.ts
import { generateKeyPairSync, randomBytes as randomBytes4, sign } from "node:crypto";
var day = 864e5;
var ecdsaSha256 = sequence(oid("1.2.840.10045.4.3.2"));
function makeCertificate(commonName, days = 365) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name2 = sequence(tlv(49, sequence(oid("2.5.4.3"), tlv(12, Buffer.from(commonName)))));
  const alternative = sequence(tlv(130, Buffer.from(commonName)));
  const extensions = tlv(163, sequence(sequence(oid("2.5.29.17"), octets(alternative))));
  const body = sequence(
    tlv(160, tlv(2, Buffer.from([2]))),
    tlv(2, Buffer.concat([Buffer.from([1]), randomBytes4(8)])),
    ecdsaSha256,
    name2,
    sequence(time(Date.now() - day), time(Date.now() + days * day)),
    name2,
    publicKey.export({ type: "spki", format: "der" }),
    extensions
  );
  const signature = sign("sha256", body, privateKey);
  const der = sequence(body, ecdsaSha256, tlv(3, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----
${der.toString("base64").replace(/(.{64})/g, "$1\n")}
-----END CERTIFICATE-----
`
  };
}
function time(milliseconds) {
  const text = new Date(milliseconds).toISOString().replace(/[-:T]/g, "").slice(2, 14);
  return tlv(23, Buffer.from(`${text}Z`));
}

// test/lab/probes.test.ts
import { request } from "node:https";
var loopback = { trusted: true, networks: ["127.0.0.0/8"], addressMap: {}, onlyLoopback: true };
var echoGuard = (port) => guardFor({}, { addressMap: { [recorded]: { to: "127.0.0.1", icmp: `udp/${port}` } } });
function hasPing() {
  try {
    execFileSync("ping", ["-c", "1", "127.0.0.1"], { stdio: "ignore", timeout: 5e3 });
    return true;
  } catch {
    return false;
  }
}
describe2("TCP", () => {
  let open;
  before(async () => {
    open = await startOpenPort("127.0.0.1");
  });
  after(async () => open.close());
  it2("tells open from shut, and hangs up", async () => {
    const context = contextFor(loopback);
    const outcome = await tryPort("127.0.0.1", open.port, context);
    assert2.ok(outcome.ok && outcome.value.open);
    const shut = await tryPort("127.0.0.1", await findShutPort("127.0.0.1"), context);
    assert2.ok(shut.ok && !shut.value.open);
    assert2.equal(open.connections(), 1);
    assert2.equal(context.sender.count(), 2);
  });
  it2("opens no socket when it is cancelled before, outside or not recorded", async () => {
    const cancelled = contextFor(loopback);
    cancelled.stop.abort();
    const outcome = await tryPort("127.0.0.1", open.port, cancelled);
    assert2.ok(!outcome.ok && outcome.reason === "cancelled");
    assert2.equal(cancelled.sender.count(), 0);
    const outside = contextFor({ ...loopback, networks: ["10.0.0.0/8"] });
    const refused = await tryPort("127.0.0.1", open.port, outside);
    assert2.ok(!refused.ok && refused.reason === "outside_networks");
    assert2.equal(outside.sender.count(), 0);
  });
  it2("speaks TLS with a certificate of its own making", async () => {
    const certificate = makeCertificate("nas-01.exampleton.example");
    const server = await startSecureWebPage("127.0.0.1", "NAS-01", certificate);
    try {
      const name2 = await new Promise((resolve, reject) => {
        const asked = request({
          host: "127.0.0.1",
          port: server.port,
          ca: certificate.cert,
          servername: "nas-01.exampleton.example"
        });
        asked.on("response", (response) => resolve(`${response.statusCode ?? 0}`));
        asked.on("error", reject);
        asked.end();
      });
      assert2.equal(name2, "200");
    } finally {
      await server.close();
    }
  });
});
describe2("simulated ping", () => {
  it2("counts what comes back, and says that it is simulated", async () => {
    const echo = await startEcho({ address: "127.0.0.1", loseEvery: 5 });
    try {
      const outcome = await pingDevice(recorded, contextFor(echoGuard(echo.port)));
      assert2.ok(outcome.ok);
      assert2.deepEqual([outcome.value.sent, outcome.value.received, outcome.value.simulated], [5, 4, true]);
      assert2.equal(echo.received(), 5);
    } finally {
      await echo.close();
    }
  });
  it2("hears nothing of a device that is off, and nothing of forged answers", async () => {
    const off = await pingDevice(recorded, contextFor(echoGuard(await findShutPort("127.0.0.1"))));
    assert2.ok(!off.ok && off.reason === "no_answer");
    const forger = await serveUdp("127.0.0.1", (_datagram, reply) => reply(Buffer.alloc(9)));
    try {
      const forged = await pingDevice(recorded, contextFor(echoGuard(forger.port)));
      assert2.ok(!forged.ok && forged.reason === "no_answer");
    } finally {
      await forger.close();
    }
  });
});
describe2("the system ping", () => {
  const skip = hasPing() ? false : "skipped: no ping";
  it2("answers on 127.0.0.1", { skip }, async () => {
    const context = contextFor(loopback, void 0, { packet: 1e3, device: 1e4 });
    const outcome = await pingDevice("127.0.0.1", context);
    assert2.ok(outcome.ok, outcome.ok ? "" : outcome.detail);
    assert2.equal(outcome.value.received, 5);
    assert2.equal(outcome.value.simulated, false);
    assert2.ok((outcome.value.most ?? 99) < 50);
    assert2.equal(context.sender.count(), 1);
  });
  it2("stops when it is cancelled", { skip }, async () => {
    const context = contextFor(loopback);
    setTimeout(() => context.stop.abort(), 50);
    const since = performance.now();
    const outcome = await pingDevice("127.0.0.1", context);
    assert2.ok(!outcome.ok && outcome.reason === "cancelled");
    assert2.ok(performance.now() - since < 700);
  });
});
describe2("runProgram", () => {
  const node = process.execPath;
  const wait = "setTimeout(() => {}, 60000)";
  it2("gives arguments as they are, to no shell", async () => {
    const odd = ["$(echo a)", "; echo b", '"c', "*", ""];
    const end = await runProgram(node, ["-e", "console.log(JSON.stringify(process.argv.slice(1)))", "--", ...odd], {
      timeout: 1e4
    });
    assert2.ok(end.ended === "exit");
    assert2.deepEqual(JSON.parse(end.output), odd);
  });
  it2("says when a program is missing", async () => {
    const end = await runProgram("no-such-program-of-fits", [], { timeout: 1e3 });
    assert2.equal(end.ended, "missing");
  });
  it2("bounds time and output, and ends with the signal", async () => {
    assert2.equal((await runProgram(node, ["-e", wait], { timeout: 300 })).ended, "timeout");
    const flood = 'for (;;) process.stdout.write("x".repeat(65536))';
    const end = await runProgram(node, ["-e", flood], { timeout: 1e4, most: 1e5 });
    assert2.equal(end.ended, "too_much");
    assert2.ok(end.output.length <= 1e5);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    assert2.equal((await runProgram(node, ["-e", wait], { timeout: 1e4, signal: stop.signal })).ended, "cancelled");
    assert2.equal((await runProgram(node, ["-e", wait], { timeout: 1e4, signal: stop.signal })).ended, "cancelled");
  });
  it2("passes the environment on, and puts nothing of the current folder on the path", async () => {
    const script = 'console.log(process.env.LC_ALL, process.env.PATH.includes("node_modules"))';
    const environment = { LC_ALL: "C", PATH: "/usr/bin" };
    const end = await runProgram(node, ["-e", script], { timeout: 1e4, environment });
    assert2.ok(end.ended === "exit");
    assert2.equal(end.output.trim(), "C false");
  });
});
describe2("resolveAddress", () => {
  it2("leaves addresses alone and looks up no name without leave", async () => {
    const context = contextFor(loopback);
    const plain = await resolveAddress(" 10.1.2.3 ", context);
    assert2.ok(plain.ok && plain.value === "10.1.2.3");
    for (const [name2, reason] of [
      ["", "not_recorded"],
      ["-f", "bad_name"],
      ["0177.0.0.1", "bad_name"],
      ["srv-01.exampleton.example", "not_loopback"]
    ]) {
      const outcome = await resolveAddress(name2, context);
      assert2.ok(!outcome.ok && outcome.reason === reason, name2);
    }
    assert2.equal(context.sender.count(), 0);
  });
  it2("finds localhost", async () => {
    const outcome = await resolveAddress("localhost", contextFor(loopback));
    assert2.ok(outcome.ok && outcome.value === "127.0.0.1");
  });
});
describe2("probeDevice", () => {
  it2("ends at its own deadline, and calls that silence", async () => {
    const silent = await serveUdp("127.0.0.1", () => void 0);
    const guard = guardFor(
      {},
      {
        addressMap: {
          [recorded]: { to: "127.0.0.1", ports: { "udp/161": silent.port }, icmp: `udp/${silent.port}` }
        }
      }
    );
    try {
      const since = performance.now();
      const report = await probeDevice(targetOf(), contextFor(guard, community, { packet: 3e4, device: 400 }));
      assert2.ok(performance.now() - since < 2e3);
      assert2.equal(report.state, "down");
      assert2.ok(!report.snmp.ok && report.snmp.reason === "no_answer");
      assert2.ok(!report.ping.ok && report.ping.reason === "no_answer");
    } finally {
      await silent.close();
    }
  });
  it2("does not wait for ever for a credential", async () => {
    const silent = await serveUdp("127.0.0.1", () => void 0);
    const context = contextFor(guardFor({ "udp/161": silent.port }), community, { packet: 100, device: 400 });
    try {
      const report = await probeDevice(targetOf(), { ...context, credential: () => new Promise(() => void 0) });
      assert2.ok(!report.snmp.ok && report.snmp.reason === "cannot_run");
      assert2.equal(silent.received(), 0);
    } finally {
      await silent.close();
    }
  });
});

// test/lab/real-walks.test.ts
import assert3 from "node:assert/strict";
import fs2 from "node:fs";
import path3 from "node:path";
import { describe as describe3, it as it3 } from "node:test";
var folder = path3.resolve("../shared/data/snmp");
var files = fs2.existsSync(folder) ? fs2.readdirSync(folder).filter((file) => file.endsWith(".snmprec")) : [];
describe3("real devices, replayed", { skip: files.length === 0 ? "skipped: no shared data" : false }, () => {
  it3("each says who it is, by v1 and by v2c", async () => {
    for (const file of files) {
      const walk = parseWalk(fs2.readFileSync(path3.join(folder, file), "latin1"));
      const agent = await startAgent({ address: "127.0.0.1", walk, communities: ["demonstration-read"] });
      try {
        for (const snmp of ["v1", "v2c"]) {
          const context = contextFor(guardFor({ "udp/161": agent.port }), community);
          const outcome = await readSystemGroup(targetOf({ snmp }), recorded, context);
          assert3.ok(outcome.ok, `${file} by ${snmp}: ${outcome.ok ? "" : outcome.detail}`);
          assert3.match(outcome.value.sysObjectID, /^1\.3\.6\.1\.4\.1\./, file);
          assert3.notEqual(outcome.value.sysDescr, "", file);
          assert3.ok(outcome.value.upSeconds >= 0);
        }
      } finally {
        await agent.close();
      }
    }
    assert3.ok(files.length >= 26);
  });
});

// test/lab/snmp.test.ts
import assert4 from "node:assert/strict";
import { after as after2, describe as describe4, it as it4 } from "node:test";
var agents = [];
after2(async () => {
  await Promise.all(agents.map(async (agent) => agent.close()));
});
async function agentWith(options) {
  const agent = await startAgent({ address: "127.0.0.1", walk: smallWalk, ...options });
  agents.push(agent);
  return agent;
}
async function ask2(port, credential, snmp = "v2c") {
  const context = contextFor(guardFor({ "udp/161": port }), credential);
  const since = performance.now();
  const outcome = await readSystemGroup(targetOf({ snmp }), recorded, context);
  return { outcome, context, milliseconds: performance.now() - since };
}
function assertGroup({ outcome }) {
  assert4.ok(outcome.ok, outcome.ok ? "" : `${outcome.reason}: ${outcome.detail}`);
  assert4.deepEqual(outcome.value, {
    sysDescr: "Example ES24 switch",
    sysObjectID: "1.3.6.1.4.1.32473.1.11",
    upSeconds: 86400,
    sysContact: "ICT technician",
    sysName: "sw-06",
    sysLocation: "KS1 cabinet"
  });
}
function assertReason({ outcome }, reason) {
  assert4.equal(outcome.ok ? "ok" : outcome.reason, reason, outcome.ok ? "" : outcome.detail);
}
var sha = {
  name: "fits",
  auth: { protocol: "sha", password: "authentication" },
  priv: { password: "encryption" }
};
function userCredential(changes = {}) {
  return {
    v: "3",
    user: changes.user ?? "fits",
    level: "authPriv",
    auth: { protocol: "sha", password: changes.auth ?? "authentication" },
    priv: { protocol: "aes", password: changes.priv ?? "encryption" }
  };
}
describe4("SNMP v1 and v2c", () => {
  it4("reads the system group with one datagram", async () => {
    const agent = await agentWith({ communities: ["demonstration-read"] });
    assertGroup(await ask2(agent.port, community, "v2c"));
    assertGroup(await ask2(agent.port, community, "v1"));
    assert4.equal(agent.received(), 2);
  });
  it4("meets silence with a wrong community, after one retry", async () => {
    const agent = await agentWith({ communities: ["another"] });
    assertReason(await ask2(agent.port, community), "no_answer");
    assert4.equal(agent.received(), 2);
  });
  it4("asks again when a datagram is lost", async () => {
    const agent = await agentWith({ communities: ["demonstration-read"], loseFirst: 1 });
    assertGroup(await ask2(agent.port, community));
  });
  it4("asks one by one where the agent has small buffers", async () => {
    const agent = await agentWith({ communities: ["demonstration-read"], mostBytes: 80 });
    assertGroup(await ask2(agent.port, community));
    assert4.equal(agent.received(), 7);
  });
  it4("takes a missing text as empty, by v1 and by v2c", async () => {
    const text = "1.3.6.1.2.1.1.1.0|4|x\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473\n1.3.6.1.2.1.1.3.0|67|100\n";
    const agent = await agentWith({ communities: ["demonstration-read"], walk: parseWalk(text) });
    for (const snmp of ["v1", "v2c"]) {
      const { outcome } = await ask2(agent.port, community, snmp);
      assert4.ok(outcome.ok, snmp);
      assert4.equal(outcome.value.sysLocation, "");
      assert4.equal(outcome.value.upSeconds, 1);
    }
  });
  it4("reads latin1, UTF-8 and control characters as one line of text", async () => {
    const text = `1.3.6.1.2.1.1.1.0|4x|${Buffer.from("Caf\xE9\0\r\n\x1B[31m two", "latin1").toString("hex")}
1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473
1.3.6.1.2.1.1.3.0|67|100
1.3.6.1.2.1.1.5.0|4|Caf\xE9`;
    const agent = await agentWith({ communities: ["demonstration-read"], walk: parseWalk(text) });
    const { outcome } = await ask2(agent.port, community);
    assert4.ok(outcome.ok);
    assert4.equal(outcome.value.sysDescr, "Caf\xE9 [31m two");
    assert4.equal(outcome.value.sysName, "Caf\xE9");
  });
  it4("tells a shut port at once, and a silent one after the time-out", async () => {
    const shut = await ask2(await findShutPort("127.0.0.1"), community);
    assertReason(shut, "refused");
    assert4.ok(shut.milliseconds < 200, `${shut.milliseconds} ms`);
    const silent = await serveUdp("127.0.0.1", () => void 0);
    agents.push(silent);
    assertReason(await ask2(silent.port, community), "no_answer");
  });
  it4("waits for a slow agent", async () => {
    const agent = await agentWith({ communities: ["demonstration-read"], delay: 200 });
    const asked = await ask2(agent.port, community);
    assertGroup(asked);
    assert4.ok(asked.milliseconds >= 195);
  });
  it4("stops at once when it is cancelled", async () => {
    const silent = await serveUdp("127.0.0.1", () => void 0);
    agents.push(silent);
    const context = contextFor(guardFor({ "udp/161": silent.port }), community, { packet: 6e4, device: 6e4 });
    setTimeout(() => context.stop.abort(), 50);
    const since = performance.now();
    const outcome = await readSystemGroup(targetOf(), recorded, context);
    assert4.equal(outcome.ok ? "ok" : outcome.reason, "cancelled");
    assert4.ok(performance.now() - since < 2e3);
  });
  it4("sends nothing without a fitting secret", async () => {
    const agent = await agentWith({ communities: ["demonstration-read"], users: [sha] });
    for (const [credential, snmp] of [
      [void 0, "v2c"],
      [community, "v3"],
      [userCredential(), "v2c"]
    ]) {
      const asked = await ask2(agent.port, credential, snmp);
      assertReason(asked, "no_credential");
      assert4.equal(asked.context.sender.count(), 0);
    }
    assertReason(await ask2(agent.port, community, "none"), "not_recorded");
    assert4.equal(agent.received(), 0);
  });
});
describe4("SNMP v3", () => {
  const protocols = ["md5", "sha", "sha224", "sha256", "sha384", "sha512"];
  for (const protocol of protocols) {
    it4(`reads the system group with ${protocol}, with and without AES`, async () => {
      const auth = { protocol, password: "authentication" };
      const plain = { name: "plain", auth };
      const agent = await agentWith({ users: [plain, { name: "secret", auth, priv: { password: "encryption" } }] });
      assertGroup(await ask2(agent.port, { v: "3", user: "plain", level: "authNoPriv", auth }, "v3"));
      const priv = { protocol: "aes", password: "encryption" };
      assertGroup(await ask2(agent.port, { v: "3", user: "secret", level: "authPriv", auth, priv }, "v3"));
      assert4.equal(agent.received(), 4);
    });
  }
  it4("reads without authentication where the agent has such a user", async () => {
    const agent = await agentWith({ users: [{ name: "open" }] });
    assertGroup(await ask2(agent.port, { v: "3", user: "open", level: "noAuthNoPriv" }, "v3"));
  });
  it4("sets its clock by a second Report where the first told none", async () => {
    const agent = await agentWith({ users: [sha], shyOfTime: true });
    assertGroup(await ask2(agent.port, userCredential(), "v3"));
    assert4.equal(agent.received(), 3);
  });
  it4("asks again when a datagram is lost", async () => {
    const agent = await agentWith({ users: [sha], loseFirst: 1 });
    assertGroup(await ask2(agent.port, userCredential(), "v3"));
  });
  it4("says what of the credential is wrong, in words without secrets", async () => {
    const agent = await agentWith({ users: [sha] });
    const wrong = [
      userCredential({ user: "nobody" }),
      userCredential({ auth: "wrong-password" }),
      userCredential({ priv: "wrong-encryption" }),
      { v: "3", user: "fits", level: "authNoPriv", auth: { protocol: "sha", password: "authentication" } },
      { v: "3", user: "fits", level: "noAuthNoPriv" }
    ];
    for (const credential of wrong) {
      const asked = await ask2(agent.port, credential, "v3");
      assertReason(asked, "wrong_credential");
      assert4.doesNotMatch(JSON.stringify(asked.outcome), /wrong-|authentication|"encryption|nobody/);
    }
  });
  it4("meets silence of a dead device", async () => {
    const silent = await serveUdp("127.0.0.1", () => void 0);
    agents.push(silent);
    assertReason(await ask2(silent.port, userCredential(), "v3"), "no_answer");
    assertReason(await ask2(await findShutPort("127.0.0.1"), userCredential(), "v3"), "refused");
  });
});
describe4("our own walks", () => {
  const names = ["server-host", "server-backup", "nas", "firewall", "switch-48", "switch-24", "switch-24-poe"];
  for (const name2 of [...names, "access-point", "ups-2200", "ups-1000", "printer-colour", "printer-mono"]) {
    it4(`${name2} is read whole and answers`, async () => {
      const walk = readWalk(name2, { name: name2, school: "S", location: "L", software: "1", serial: "X", model: "M" });
      const agent = await agentWith({ communities: ["demonstration-read"], walk });
      const { outcome } = await ask2(agent.port, community);
      assert4.ok(outcome.ok);
      assert4.equal(outcome.value.sysName, name2);
      assert4.match(outcome.value.sysObjectID, /^1\.3\.6\.1\.4\.1\.32473\./);
      let count2 = 0;
      for (let at = walk.next("1"); at !== void 0; at = walk.next(at.oid)) count2 += 1;
      assert4.equal(count2, walk.size);
    });
  }
});

// test/lab/snmpd.test.ts
import assert5 from "node:assert/strict";
import { execFileSync as execFileSync2, spawn } from "node:child_process";
import fs3 from "node:fs";
import os from "node:os";
import path4 from "node:path";
import { after as after3, before as before2, describe as describe5, it as it5 } from "node:test";
var program = ["/usr/sbin/snmpd", "/usr/local/sbin/snmpd"].find((file) => fs3.existsSync(file));
var password = "laboratory-authentication";
var encryption = "laboratory-encryption";
var configuration = `rocommunity laboratory 127.0.0.1
rouser shaaes priv
rouser md5des priv
rouser sha256aes priv
rouser shaonly auth
rouser nothing noauth
createUser shaaes SHA ${password} AES ${encryption}
createUser md5des MD5 ${password} DES ${encryption}
createUser sha256aes SHA-256 ${password} AES ${encryption}
createUser shaonly SHA ${password}
createUser nothing
sysName laboratory.exampleton.example
sysLocation Server cupboard
sysContact ICT technician
`;
describe5("a real snmpd", { skip: program === void 0 ? "skipped: no snmpd" : false }, () => {
  let folder2 = "";
  let daemon;
  let port = 0;
  before2(async () => {
    folder2 = fs3.mkdtempSync(path4.join(os.tmpdir(), "fits-snmpd-"));
    fs3.writeFileSync(path4.join(folder2, "snmpd.conf"), configuration);
    const free = await serveUdp("127.0.0.1", () => void 0);
    port = free.port;
    await free.close();
    const args = [
      "-f",
      "-Lf",
      path4.join(folder2, "log"),
      "-C",
      "-c",
      path4.join(folder2, "snmpd.conf"),
      "-I",
      "system_mib,sysORTable,snmpEngine,usmUser,usmConf,vacm_conf,vacm_vars,usmStats"
    ];
    daemon = spawn(program ?? "", [...args, `udp:127.0.0.1:${port}`], {
      stdio: "ignore",
      env: { ...process.env, SNMP_PERSISTENT_DIR: folder2, SNMPCONFPATH: folder2 }
    });
    for (let tries = 0; tries < 50; tries += 1) {
      const outcome = await ask3({ v: "2c", community: "laboratory" });
      if (outcome.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`snmpd does not answer: ${fs3.readFileSync(path4.join(folder2, "log"), "utf8")}`);
  });
  after3(async () => {
    const ending = daemon;
    if (ending?.exitCode === null) {
      const ended = new Promise((resolve) => ending.once("exit", resolve));
      ending.kill("SIGKILL");
      await ended;
    }
    fs3.rmSync(folder2, { recursive: true, force: true });
  });
  async function ask3(credential) {
    const context = contextFor(guardFor({ "udp/161": port }), credential, { packet: 1e3, device: 8e3 });
    const snmp = credential.v === "3" ? "v3" : credential.v === "1" ? "v1" : "v2c";
    return await readSystemGroup(targetOf({ snmp }), recorded, context);
  }
  function assertLaboratory(outcome) {
    assert5.ok(outcome.ok, outcome.ok ? "" : `${outcome.reason}: ${outcome.detail}`);
    assert5.equal(outcome.value.sysName, "laboratory.exampleton.example");
    assert5.equal(outcome.value.sysLocation, "Server cupboard");
    assert5.match(outcome.value.sysObjectID, /^1\.3\.6\.1\.4\.1\.8072\./);
    assert5.ok(outcome.value.upSeconds < 600);
  }
  const user = (name2, auth, priv) => ({
    v: "3",
    user: name2,
    level: "authPriv",
    auth: { protocol: auth, password },
    priv: { protocol: priv, password: encryption }
  });
  it5("answers v1 and v2c, and is silent to a wrong community", async () => {
    assertLaboratory(await ask3({ v: "1", community: "laboratory" }));
    assertLaboratory(await ask3({ v: "2c", community: "laboratory" }));
    const wrong = await ask3({ v: "2c", community: "wrong" });
    assert5.ok(!wrong.ok && wrong.reason === "no_answer");
  });
  it5("answers v3 at every level", async () => {
    assertLaboratory(await ask3(user("shaaes", "sha", "aes")));
    assertLaboratory(await ask3(user("md5des", "md5", "des")));
    assertLaboratory(await ask3(user("sha256aes", "sha256", "aes")));
    assertLaboratory(await ask3({ v: "3", user: "shaonly", level: "authNoPriv", auth: { protocol: "sha", password } }));
    assertLaboratory(await ask3({ v: "3", user: "nothing", level: "noAuthNoPriv" }));
  });
  it5("does not accept a wrong user, password or encryption password", async () => {
    const right = user("shaaes", "sha", "aes");
    assert5.ok(right.v === "3");
    for (const wrong of [
      { ...right, user: "nobody" },
      { ...right, auth: { protocol: "sha", password: "wrong-password" } },
      { ...right, auth: { protocol: "md5", password } },
      { ...right, priv: { protocol: "aes", password: "wrong-password" } },
      { ...right, level: "authNoPriv" }
    ]) {
      const outcome = await ask3(wrong);
      assert5.equal(outcome.ok ? "ok" : outcome.reason, "wrong_credential", outcome.ok ? "" : outcome.detail);
    }
  });
  it5("is Net-SNMP", () => {
    const version = execFileSync2(program ?? "", ["-v"], { encoding: "utf8" });
    assert5.match(version, /NET-SNMP/i);
  });
});

// test/lab/worker.test.ts
import assert6 from "node:assert/strict";
import fs4 from "node:fs";
import os2 from "node:os";
import path5 from "node:path";
import { after as after4, afterEach, before as before3, describe as describe7, it as it6 } from "node:test";

// server/probe/run.ts
import { Worker } from "node:worker_threads";
var patience = 3e3;
function createProbeRunner(runnerOptions) {
  const active = /* @__PURE__ */ new Map();
  const counters = [];
  let worker;
  let lastRun = 0;
  const onEnd = (ended) => {
    if (worker !== ended) return;
    worker = void 0;
    for (const counter of counters.splice(0)) counter(0);
    for (const run of active.values()) run.finish(run.options.signal?.aborted === true, 0);
  };
  const startWorker = () => {
    const started = new Worker(runnerOptions.workerPath, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    started.on("message", (message) => receive(started, message));
    started.on("error", (error) => {
      runnerOptions.onBug?.(`The probe worker ended: ${error instanceof Error ? error.name : "unknown error"}.`);
      onEnd(started);
    });
    started.on("exit", () => onEnd(started));
    return started;
  };
  const receive = (from, message) => {
    if (message.kind === "count") return counters.shift()?.(message.sends);
    if (message.kind === "bug") return runnerOptions.onBug?.(message.frames);
    const run = active.get(message.run);
    if (run === void 0) return;
    if (message.kind === "report") keepReport(run, message.index, message.report);
    else if (message.kind === "need") void answerNeed(from, run, message);
    else run.finish(message.cancelled, message.sends);
  };
  return {
    run: async (targets2, guard, ask3, options = {}) => {
      lastRun += 1;
      worker ??= startWorker();
      return await startRun(worker, active, lastRun, { targets: targets2, guard, ask: ask3, options });
    },
    countSends: async () => {
      const using = worker;
      if (using === void 0) return 0;
      return await new Promise((resolve) => {
        counters.push(resolve);
        tell(using, { kind: "count" });
      });
    },
    close: async () => {
      await worker?.terminate();
    }
  };
}
async function startRun(worker, active, id, job) {
  const { targets: targets2, guard, options } = job;
  worker.ref();
  return await new Promise((resolve) => {
    const reports = targets2.map(() => void 0);
    const cancel = startCancel(worker, id, options.signal);
    const finish = (cancelled, sends) => {
      active.delete(id);
      cancel.end();
      if (active.size === 0) worker.unref();
      resolve({ reports: fillGaps(targets2, reports, options), cancelled, sends });
    };
    active.set(id, { ...job, reports, finish });
    tell(worker, { kind: "start", run: id, targets: targets2, guard, ...options.times && { times: options.times } });
    if (options.signal?.aborted === true) cancel.now();
  });
}
function tell(worker, message) {
  worker.postMessage(message);
}
function keepReport(run, index, report) {
  run.reports[index] = report;
  run.options.onReport?.(report);
}
function startCancel(worker, run, signal) {
  let timer;
  const now = () => {
    if (timer !== void 0) return;
    tell(worker, { kind: "cancel", run });
    timer = setTimeout(() => void worker.terminate(), patience);
  };
  signal?.addEventListener("abort", now, { once: true });
  return {
    now,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", now);
    }
  };
}
async function answerNeed(worker, run, need) {
  const { school, name: name2 } = need;
  const isUsed = run.targets.some((target) => target.school === school && target.credential === name2);
  let secret2;
  try {
    if (run.guard.trusted && isUsed) secret2 = await run.ask(school, name2);
  } catch {
    secret2 = void 0;
  }
  tell(worker, { kind: "credential", run: need.run, school, name: name2, ...secret2 !== void 0 && { secret: secret2 } });
}
function fillGaps(targets2, reports, options) {
  return targets2.map((target, index) => {
    const report = reports[index];
    if (report !== void 0) return report;
    const stopped = options.signal?.aborted === true;
    const filled = stopped ? reportAllFailed(target, "cancelled", "Stopped before this device was tried to the end.") : reportAllFailed(target, "cannot_run", "The probe worker ended unexpectedly. Try again.");
    options.onReport?.(filled);
    return filled;
  });
}

// test/simulators/demonstration-devices.data.ts
var accessPoints = Array.from({ length: 12 }, (_unused, index) => {
  const number = index + 1;
  const id = `AP-${String(number).padStart(2, "0")}`;
  const location = number <= 8 ? "Main block" : "KS1 block";
  return {
    id,
    type: "access_point",
    address: `192.0.2.${20 + number}`,
    snmp: "v2c",
    walk: "access-point",
    words: { name: id.toLowerCase(), location },
    ...number === 7 && { trouble: "down" },
    ...number === 11 && { trouble: "lossy" }
  };
});
var demonstrationDevices = [
  {
    id: "SRV-01",
    type: "server",
    address: "192.0.2.66",
    snmp: "v3",
    walk: "server-host",
    words: { name: "srv-01", location: "Server cupboard" }
  },
  {
    id: "SRV-02",
    type: "server",
    address: "192.0.2.67",
    snmp: "v3",
    walk: "server-backup",
    words: { name: "srv-02", location: "Server cupboard" },
    shut: [3389]
  },
  {
    id: "NAS-01",
    type: "storage",
    address: "192.0.2.70",
    snmp: "v3",
    walk: "nas",
    words: { name: "nas-01", location: "KS1 cabinet" }
  },
  {
    id: "FW-01",
    type: "firewall",
    address: "192.0.2.1",
    snmp: "v3",
    walk: "firewall",
    words: { name: "fw-01", location: "Server cupboard" }
  },
  { id: "RTR-01", type: "router", address: "203.0.113.1", snmp: "none", shut: [22] },
  {
    id: "SW-01",
    type: "switch",
    address: "192.0.2.10",
    snmp: "v3",
    walk: "switch-48",
    words: { name: "sw-01", location: "Server cupboard", software: "4.2.7", serial: "SW7000" }
  },
  {
    id: "SW-02",
    type: "switch",
    address: "192.0.2.11",
    snmp: "v3",
    walk: "switch-48",
    words: { name: "sw-02", location: "Server cupboard", software: "4.2.7", serial: "SW7013" }
  },
  {
    id: "SW-03",
    type: "switch",
    address: "192.0.2.12",
    snmp: "v3",
    walk: "switch-48",
    words: { name: "sw-03", location: "Library", software: "4.2.7", serial: "SW7026" }
  },
  {
    id: "SW-04",
    type: "switch",
    address: "192.0.2.13",
    snmp: "v3",
    walk: "switch-24",
    words: { name: "sw-04", location: "Library", software: "4.2.1", serial: "SW7039" },
    trouble: "other_password"
  },
  {
    id: "SW-05",
    type: "switch",
    address: "192.0.2.14",
    snmp: "v3",
    walk: "switch-48",
    words: { name: "sw-05", location: "KS1 cabinet", software: "4.2.7", serial: "SW7052" },
    delay: 300
  },
  {
    id: "SW-06",
    type: "switch",
    address: "192.0.2.15",
    snmp: "v3",
    walk: "switch-24-poe",
    words: { name: "sw-06", location: "KS1 cabinet", software: "4.2.7", serial: "SW7065" }
  },
  ...accessPoints,
  {
    id: "UPS-01",
    type: "ups",
    address: "192.0.2.50",
    snmp: "v3",
    walk: "ups-2200",
    words: { name: "ups-01", location: "Server cupboard", model: "U2200" }
  },
  {
    id: "UPS-02",
    type: "ups",
    address: "192.0.2.51",
    snmp: "v3",
    walk: "ups-1000",
    words: { name: "ups-02", location: "KS1 cabinet", model: "U1000" }
  },
  {
    id: "PRN-01",
    type: "printer",
    address: "192.0.2.98",
    snmp: "v2c",
    walk: "printer-colour",
    words: { name: "prn-01", location: "Office", serial: "C450-118" }
  },
  {
    id: "PRN-02",
    type: "printer",
    address: "192.0.2.99",
    snmp: "v2c",
    walk: "printer-mono",
    words: { name: "prn-02", location: "Staff room", serial: "M350-204" }
  },
  {
    id: "PRN-03",
    type: "printer",
    address: "192.0.2.100",
    snmp: "v2c",
    walk: "printer-colour",
    words: { name: "prn-03", location: "KS2 corridor", serial: "C450-131" },
    trouble: "no_snmp"
  },
  {
    id: "PRN-04",
    type: "printer",
    address: "192.0.2.101",
    snmp: "v2c",
    walk: "printer-colour",
    words: { name: "prn-04", location: "KS1 corridor", serial: "C450-132" }
  },
  { id: "NVR-01", type: "nvr", address: "192.0.2.130", snmp: "none" },
  { id: "DOOR-01", type: "door_entry", address: "192.0.2.150", snmp: "none" }
];
var demonstrationSchools = ["SCH-EPS"];
var schoolName = "Exampleton Primary School";
var demonstrationSecrets = {
  community: "demonstration-read",
  user: "fits-demonstration",
  authPassword: "demonstration-authentication",
  privPassword: "demonstration-encryption"
};

// test/simulators/demonstration.ts
async function startDemonstration() {
  const aliases = await canUseAliases();
  const certificate = makeCertificate("demonstration.exampleton.example");
  const standing = [];
  const close = async () => {
    const servers = standing.flatMap((one) => [one.echo, one.snmp, ...one.tcp]);
    await Promise.all(servers.map(async (server) => server?.close()));
  };
  try {
    for (const device of demonstrationDevices) standing.push(await startDevice(device, aliases, certificate));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    addressMap: Object.fromEntries(standing.map((one) => [one.device.address, one.mapped])),
    credentials: Object.fromEntries(demonstrationSchools.map((school) => [school, credentials()])),
    describe: describe6(aliases),
    counters: {
      all: () => standing.reduce((sum, one) => sum + total(one), 0),
      of: (id) => countsOf(standing.find((one) => one.device.id === id))
    },
    close
  };
}
async function startDevice(device, aliases, certificate) {
  const to = aliases ? aliasOf(device.address) : "127.0.0.1";
  const echo = device.trouble === "down" ? await startSilence(to) : await startEcho(echoOptions(device, to));
  const snmp = device.snmp === "none" ? void 0 : await startSnmp(device, to);
  const ports = {};
  if (snmp !== void 0) ports["udp/161"] = snmp.port;
  const tcp = [];
  for (const { port } of device.trouble === "down" ? [] : portsByType[device.type] ?? usualPorts) {
    if (device.shut?.includes(port) === true) {
      ports[`tcp/${port}`] = await findShutPort(to);
      continue;
    }
    const server = await startTcp(device, port, to, certificate);
    ports[`tcp/${port}`] = server.port;
    tcp.push(server);
  }
  return { device, echo, snmp, tcp, mapped: { to, ports, icmp: `udp/${echo.port}` } };
}
function echoOptions(device, address) {
  return { address, delay: device.delay ?? 0, loseEvery: device.trouble === "lossy" ? 3 : 0 };
}
async function startSnmp(device, address) {
  if (device.walk === void 0 || device.trouble === "down" || device.trouble === "no_snmp") {
    return await startSilence(address);
  }
  return await startAgent({
    address,
    walk: readWalk(device.walk, { school: schoolName, ...device.words }),
    delay: device.delay ?? 0,
    ...device.snmp === "v3" ? { users: [agentUser(device.trouble === "other_password" ? "another-password" : demonstrationSecrets.authPassword)] } : { communities: [demonstrationSecrets.community] }
  });
}
async function startTcp(device, port, address, certificate) {
  if (port === 443) return await startSecureWebPage(address, device.id, certificate);
  return port === 80 ? await startWebPage(address, device.id) : await startOpenPort(address);
}
async function startSilence(address) {
  return await serveUdp(address, () => void 0);
}
function agentUser(authPassword) {
  return {
    name: demonstrationSecrets.user,
    auth: { protocol: "sha", password: authPassword },
    priv: { password: demonstrationSecrets.privPassword }
  };
}
function credentials() {
  return {
    "snmp-v3-core": {
      v: "3",
      user: demonstrationSecrets.user,
      level: "authPriv",
      auth: { protocol: "sha", password: demonstrationSecrets.authPassword },
      priv: { protocol: "aes", password: demonstrationSecrets.privPassword }
    },
    "snmp-v2c-read": { v: "2c", community: demonstrationSecrets.community }
  };
}
async function canUseAliases() {
  try {
    await (await startSilence("127.1.0.1")).close();
    return true;
  } catch {
    return false;
  }
}
function aliasOf(address) {
  const [first, , , last = "1"] = address.split(".");
  return `127.1.${first === "192" ? 0 : first === "198" ? 1 : 2}.${last}`;
}
function countsOf(one) {
  if (one === void 0) return { ping: 0, snmp: 0, tcp: 0 };
  const tcp = one.tcp.reduce((sum, server) => sum + server.connections(), 0);
  return { ping: one.echo.received(), snmp: one.snmp?.received() ?? 0, tcp };
}
function total(one) {
  const counts = countsOf(one);
  return counts.ping + counts.snmp + counts.tcp;
}
function describe6(aliases) {
  const where = aliases ? "on 127.1.0.0/16" : "on 127.0.0.1, told apart by port";
  return [
    `The demonstration network stands: ${demonstrationDevices.length} simulated devices ${where}.`,
    "AP-07 is down. PRN-03 is silent to SNMP. SW-04 does not accept the stored password. AP-11 loses pings.",
    "SW-05 is slow (300 ms). SRV-02 refuses remote desktop. The others answer everything."
  ];
}

// test/lab/worker.test.ts
var networks = ["192.0.2.0/24", "203.0.113.0/29"];
var credentialName = { none: "", v2c: "snmp-v2c-read", v3: "snmp-v3-core" };
var targets = demonstrationDevices.map((device) => {
  const { id, type, address, snmp } = device;
  return { school: "SCH-EPS", id, title: id, type, address, snmp, credential: credentialName[snmp] };
});
var network;
var runner;
var bugs = [];
before3(async () => {
  network = await startDemonstration();
  runner = createProbeRunner({ workerPath, onBug: (frames) => bugs.push(frames) });
});
after4(async () => {
  await runner.close();
  await network.close();
});
afterEach(() => assert6.deepEqual(bugs.splice(0), []));
var guardOf = (changes = {}) => ({
  trusted: true,
  networks,
  addressMap: network.addressMap,
  onlyLoopback: true,
  ...changes
});
var stored = (school, name2) => Promise.resolve(network.credentials[school]?.[name2]);
var neverAsk = () => Promise.reject(new Error("must not be asked"));
var reportOf = (reports, id) => {
  const report = reports.find((one) => one.target.id === id);
  assert6.ok(report !== void 0, id);
  return report;
};
describe7("the worker on the demonstration network", () => {
  it6("shows green, amber and red for real", async () => {
    const asked = [];
    const arrived = [];
    const { reports, cancelled, sends } = await runner.run(
      targets,
      guardOf(),
      (school, name2) => {
        asked.push(`${school} ${name2}`);
        return stored(school, name2);
      },
      { onReport: (report) => arrived.push(report.target.id) }
    );
    assert6.equal(cancelled, false);
    assert6.deepEqual(asked.sort(), ["SCH-EPS snmp-v2c-read", "SCH-EPS snmp-v3-core"]);
    assert6.deepEqual(
      reports.map((report) => report.target.id),
      targets.map((target) => target.id)
    );
    assert6.equal(arrived.length, targets.length);
    const states = Object.fromEntries(reports.map((report) => [report.target.id, report.state]));
    const expected = Object.fromEntries(targets.map((target) => [target.id, "ok"]));
    const troubled = { "AP-07": "down", "AP-11": "warning", "PRN-03": "warning", "SW-04": "warning" };
    assert6.deepEqual(states, { ...expected, ...troubled });
    assert6.equal(summariseReports(reports), "27 answer, 3 answer only in part, 1 does not answer.");
    assert6.ok(sends > 90, `${sends} sends`);
    const core = reportOf(reports, "SW-01");
    assert6.ok(core.snmp.ok && core.snmp.value.sysName === "sw-01");
    assert6.ok(core.ping.ok && core.ping.value.simulated && core.ping.value.received === 5);
    const slow = reportOf(reports, "SW-05");
    assert6.ok(slow.ping.ok && (slow.ping.value.least ?? 0) >= 295);
    const refusing = reportOf(reports, "SRV-02").ports.find((port) => port.port === 3389);
    assert6.ok(refusing?.outcome.ok === true && !refusing.outcome.value.open);
    const stranger = reportOf(reports, "SW-04").snmp;
    assert6.ok(!stranger.ok && stranger.reason === "wrong_credential");
    const text = JSON.stringify(reports);
    for (const secret2 of Object.values(demonstrationSecrets)) assert6.ok(!text.includes(secret2));
  });
  it6("sends nothing for an untrusted folder, and asks for no credential", async () => {
    const [before4, counted] = [network.counters.all(), await runner.countSends()];
    const { reports, sends } = await runner.run(targets, guardOf({ trusted: false }), neverAsk);
    assert6.equal(sends, 0);
    assert6.equal(await runner.countSends(), counted);
    assert6.equal(network.counters.all(), before4);
    for (const report of reports) {
      assert6.equal(report.state, "unknown");
      assert6.match(report.summary, /^I could not try: this folder is not trusted yet\./);
    }
  });
  it6("sends nothing outside the recorded networks, to documentation addresses, or through a bad map", async () => {
    const before4 = network.counters.all();
    const one = targets.filter((target) => target.id === "SRV-01");
    const at = (address) => one.map((target) => ({ ...target, address }));
    const outward = { "192.0.2.66": { to: "10.0.0.1", ports: { "udp/161": 161 }, icmp: "udp/7" } };
    const cases = [
      [one, guardOf({ networks: [] }), "outside_networks"],
      [one, guardOf({ networks: ["192.0.2.0/27"] }), "outside_networks"],
      [at("192.0.2.200"), guardOf(), "documentation_address"],
      [one, guardOf({ addressMap: {} }), "documentation_address"],
      [one, guardOf({ addressMap: outward }), "not_loopback"],
      [at("10.1.2.3"), guardOf({ networks: ["10.0.0.0/8"] }), "not_loopback"],
      // The worker has FITS_ONLY_LOOPBACK of its own: a guard that forgets it changes nothing.
      [at("10.1.2.3"), guardOf({ networks: ["10.0.0.0/8"], onlyLoopback: false }), "not_loopback"],
      [at("srv-01.exampleton.example"), guardOf({ onlyLoopback: false }), "not_loopback"],
      [at("-f"), guardOf(), "bad_name"],
      [at(""), guardOf(), "not_recorded"]
    ];
    for (const [asked, guard, reason] of cases) {
      const { reports, sends } = await runner.run(asked, guard, neverAsk);
      assert6.equal(sends, 0, reason);
      const [report] = reports;
      assert6.ok(report !== void 0 && !report.ping.ok);
      assert6.equal(report.ping.reason, reason);
      assert6.equal(report.state, "unknown");
    }
    assert6.equal(network.counters.all(), before4);
  });
  it6("stops at once, and leaves nothing sending", async () => {
    const stop = new AbortController();
    const since = performance.now();
    const running = runner.run(targets, guardOf(), stored, { signal: stop.signal });
    setTimeout(() => stop.abort(), 150);
    const { reports, cancelled } = await running;
    assert6.equal(cancelled, true);
    assert6.ok(performance.now() - since < 2500);
    assert6.equal(reports.length, targets.length);
    assert6.ok(reports.some((report) => !report.snmp.ok && report.snmp.reason === "cancelled"));
    const before4 = network.counters.all();
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert6.equal(network.counters.all(), before4);
    const already = await runner.run(targets, guardOf(), stored, { signal: stop.signal });
    assert6.equal(already.cancelled, true);
  });
  it6("bounds a hundred devices of which half are dead", async () => {
    const dead = targets.filter((target) => target.id === "AP-07");
    const well = targets.filter((target) => ["AP-01", "AP-02", "AP-03", "PRN-01", "UPS-01"].includes(target.id));
    const many = Array.from({ length: 10 }, () => [...well, ...Array.from({ length: 5 }, () => dead).flat()]).flat();
    assert6.equal(many.length, 100);
    const since = performance.now();
    const { reports } = await runner.run(many, guardOf(), stored, { times: { packet: 1e3, device: 4e3 } });
    assert6.ok(performance.now() - since < 2e4);
    assert6.equal(reports.filter((report) => report.state === "down").length, 50);
    assert6.equal(reports.filter((report) => report.state === "ok").length, 50);
  });
  it6("keeps runs apart", async () => {
    const [first, second] = [targets.slice(0, 3), targets.slice(5, 8)];
    const results = await Promise.all([
      runner.run(first, guardOf(), stored),
      runner.run(second, guardOf({ trusted: false }), neverAsk)
    ]);
    assert6.deepEqual(
      results.map((result) => result.reports.map((report) => report.target.id)),
      [first, second].map((part) => part.map((target) => target.id))
    );
    assert6.equal(results[1].sends, 0);
    assert6.ok(results[0].sends > 0);
  });
  it6("treats a credential store that fails as one that holds nothing, without a word of it", async () => {
    const one = targets.filter((target) => target.id === "SW-01");
    const { reports } = await runner.run(one, guardOf(), () => Promise.reject(new Error("hidden-secret-text")));
    const [report] = reports;
    assert6.ok(report !== void 0 && !report.snmp.ok && report.snmp.reason === "no_credential");
    assert6.ok(!JSON.stringify(reports).includes("hidden-secret"));
  });
  it6("writes no secret into what the worker prints", async () => {
    const printed = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text) => {
      printed.push(text.toString());
      return write(text);
    };
    try {
      await runner.run(targets.slice(0, 12), guardOf(), stored);
    } finally {
      process.stdout.write = write;
    }
    for (const secret2 of Object.values(demonstrationSecrets)) assert6.ok(!printed.join("").includes(secret2));
  });
});
describe7("a worker that fails", () => {
  const folder2 = fs4.mkdtempSync(path5.join(os2.tmpdir(), "fits-worker-"));
  after4(() => fs4.rmSync(folder2, { recursive: true, force: true }));
  const file = (name2, text) => {
    const full = path5.join(folder2, name2);
    fs4.writeFileSync(full, text);
    return full;
  };
  it6("ends what was pending in plain words, and the next run gets a new one", async () => {
    const marker = path5.join(folder2, "crashed");
    const crashing = file(
      "crash-once.mjs",
      `import fs from 'node:fs';
       import { parentPort } from 'node:worker_threads';
       if (fs.existsSync(${JSON.stringify(marker)})) await import(${JSON.stringify(workerPath)});
       else { fs.writeFileSync(${JSON.stringify(marker)}, ''); parentPort.on('message', () => { throw new Error('secret-in-message'); }); }`
    );
    const bugs2 = [];
    const failing = createProbeRunner({ workerPath: crashing, onBug: (frames) => bugs2.push(frames) });
    try {
      const { reports, cancelled } = await failing.run(targets.slice(0, 4), guardOf(), stored);
      assert6.equal(cancelled, false);
      assert6.equal(reports.length, 4);
      for (const report of reports) {
        assert6.ok(!report.ping.ok && report.ping.reason === "cannot_run");
        assert6.match(report.summary, /could not be tried/);
      }
      assert6.equal(bugs2.length, 1);
      assert6.ok(!bugs2.join("").includes("secret-in-message"));
      const again = await failing.run(targets.slice(0, 4), guardOf(), stored, { times: quickTimes });
      assert6.ok(again.reports.every((report) => report.state === "ok"));
    } finally {
      await failing.close();
    }
  });
  it6("is ended when it does not obey a stop", async () => {
    const deaf = file(
      "deaf.mjs",
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); });`
    );
    const failing = createProbeRunner({ workerPath: deaf });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const { reports, cancelled } = await failing.run(targets.slice(0, 2), guardOf(), stored, { signal: stop.signal });
    assert6.equal(cancelled, true);
    assert6.ok(reports.every((report) => !report.ping.ok && report.ping.reason === "cancelled"));
    await failing.close();
  });
  it6("that is not there at all is a report, too", async () => {
    const absent = createProbeRunner({ workerPath: path5.join(folder2, "absent.mjs") });
    const { reports } = await absent.run(targets.slice(0, 2), guardOf(), stored);
    assert6.ok(reports.every((report) => report.state === "unknown"));
    await absent.close();
  });
});
//# sourceMappingURL=all.mjs.map
