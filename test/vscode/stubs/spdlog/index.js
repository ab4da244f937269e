// Stands in for the native logger of VS Code's server: same calls, plain appends, no compiler needed.
const fs = require('fs'),
  path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
let globalLevel = 2;
class Logger {
  constructor(type, name, file) {
    this.name = name;
    this.file = file;
    this.level = globalLevel;
    this.format = true;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.closeSync(fs.openSync(file, 'a'));
  }
  getLevel() {
    return this.level;
  }
  setLevel(n) {
    this.level = n;
  }
  setPattern() {}
  clearFormatters() {
    this.format = false;
  }
  flush() {}
  drop() {}
  write(n, m) {
    if (n >= this.level)
      try {
        fs.appendFileSync(
          this.file,
          this.format ? `${new Date().toISOString().replace('T', ' ').slice(0, 23)} [${NAMES[n]}] ${m}\n` : m,
        );
      } catch {
        /* log folder gone at shutdown */
      }
  }
}
NAMES.forEach((name, n) => {
  Logger.prototype[name] = function (m) {
    this.write(n, m);
  };
});
exports.version = 0;
exports.setLevel = n => {
  globalLevel = n;
};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) =>
  new Logger('rotating', name, file);
