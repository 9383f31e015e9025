// Runs on whatever Node started npm: plain JavaScript that also an old one can read, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST = 20;
const OWN = 26;
const major = Number(process.versions.node.split('.')[0]);

if (major < OLDEST) {
  stop(
    `Node ${process.versions.node} 过旧 / is too old`,
    `安装 Node ${OLDEST} 或更新版本 / install Node ${OLDEST} or newer: https://nodejs.org`,
  );
}
process.chdir(fileURLToPath(new URL('.', import.meta.url)));

if (!isComplete()) {
  console.log('▸ 安装依赖包（仅首次，约一分钟）/ installing packages (once, about a minute) …');
  const npm = process.env.npm_execpath;
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []];
  // 12 packages want the Node that this very command installs: their 60 warnings say nothing
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // whole, whatever NODE_ENV or the user's own npmrc leave out; no package runs a script of its own
  const whole = ['--include=dev', '--include=optional', '--ignore-scripts'];
  const options = [...before, 'ci', ...whole, ...quiet];
  const { status } = spawnSync(command, options, { stdio: 'inherit', shell: !npm });
  if (status !== 0)
    stop(
      '依赖包未能装好 / packages were not installed',
      '看上面的原因，检查网络后重试 / see above; check the network, try again',
    );
}
if (major < OWN && !existsSync('node_modules/.bin/node') && !existsSync('node_modules/.bin/node.cmd')) {
  stop(
    `没有适合本机的 Node ${OWN} / npm has no Node ${OWN} for this machine`,
    `自行安装 / install it yourself: https://nodejs.org`,
  );
}

/** npm writes node_modules/.package-lock.json last, so what it lists was there; a folder may have been deleted since. */
function isComplete() {
  try {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
    const have = read('node_modules/.package-lock.json');
    const needed = Object.entries(read('package-lock.json')).filter(
      ([at, { link, optional }]) => at.includes('node_modules/') && !link && !optional,
    );
    return (
      needed.every(([at, { version }]) => have[at] !== undefined && have[at].version === version) &&
      Object.keys(have).every((at) => existsSync(`${at}/package.json`))
    );
  } catch {
    return false;
  }
}

function stop(what, remedy) {
  console.error(`✗ ${what}\n  → ${remedy}`);
  process.exit(1);
}
