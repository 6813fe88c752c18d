// Whose work is installed with the package, by the lock file: a list to read (`npm run licences`), and every licence's text for `dist`.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))

/** Licences that stand in a file of the package, not in its manifest. */
const read = { 'png-js': 'MIT' }

const installed = Object.entries(packages)
  .filter(([place, { dev }]) => place !== '' && dev !== true)
  .map(([place, { version, license, optional }]) => {
    const name = place.replace(/^.*node_modules\//, '')
    return { place, name, version, licence: license ?? read[name] ?? 'unknown', optional: optional === true }
  })
  .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.version < other.version ? -1 : 1))

/** One package may lie in several places. */
const packagesOnce = installed.filter(
  ({ name, version }, index) => installed.findIndex(each => each.name === name && each.version === version) === index,
)

const list = `# 随包安装的第三方软件 · Third-party packages

由 \`npm run licences\` 按锁定文件生成；标 * 的只装在它所属的系统上。许可证全文见发布包的 \`dist/third-party-licences.md\`。

Made from the lock file by \`npm run licences\`; those marked * are installed on their own system only. The texts of the
licences are in the package: \`dist/third-party-licences.md\`.

| package | version | licence |
| --- | --- | --- |
${packagesOnce.map(({ name, version, licence, optional }) => `| ${name}${optional ? ' \\*' : ''} | ${version} | ${licence} |`).join('\n')}
`

/** Those of other systems are not there to be read. */
function textsOf({ place }) {
  const folder = at(place)
  const names = existsSync(folder)
    ? readdirSync(folder).filter(name => /^(?:licen[cs]e|copying|notice)/i.test(name))
    : []
  return names.sort().map(name => readFileSync(`${folder}/${name}`, 'utf8').trim())
}

const texts = `# Licences of the packages that are built into this one or installed with it
${packagesOnce
  .map(
    each =>
      `\n## ${each.name} ${each.version} (${each.licence})\n${textsOf(each)
        .map(text => `\n${text}\n`)
        .join('')}`,
  )
  .join('')}`

if (process.argv.includes('--list')) writeFileSync(at('.github/THIRD-PARTY.md'), list)
else writeFileSync(at('dist/third-party-licences.md'), texts)
