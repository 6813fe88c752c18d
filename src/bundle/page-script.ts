// The one script of the pages: keeps ticks in the browser, copies values. Without it every page still reads.

export const pageScript = `
(() => {
  const root = document.documentElement
  const nameOf = key => 'icp-prep ' + root.dataset.filing + ' ' + key
  const isKept = key => { try { return localStorage.getItem(nameOf(key)) !== null } catch { return false } }
  const keep = (key, on) => {
    try { on ? localStorage.setItem(nameOf(key), '1') : localStorage.removeItem(nameOf(key)) } catch {}
  }
  const boxes = [...document.querySelectorAll('input[data-key]')]
  const bar = document.querySelector('.done')
  const count = part => {
    const own = [...part.querySelectorAll('input[data-key]')]
    return { done: own.filter(box => box.checked).length, all: own.length }
  }
  const show = () => {
    const { done, all } = count(document)
    const progress = bar.querySelector('progress')
    progress.max = Math.max(all, 1)
    progress.value = done
    bar.querySelector('output').textContent = bar.dataset.text.replace('{done}', done).replace('{all}', all)
    for (const part of document.querySelectorAll('section.counted')) {
      const own = count(part)
      part.querySelector('h2 .count').textContent = own.done + ' / ' + own.all
    }
  }
  const tick = (box, on) => { box.checked = on; keep(box.dataset.key, on); show() }
  for (const box of boxes) {
    box.checked = isKept(box.dataset.key)
    box.addEventListener('change', () => tick(box, box.checked))
  }
  show()
  const copyOld = text => {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
  const copy = text => navigator.clipboard
    ? navigator.clipboard.writeText(text).catch(() => copyOld(text))
    : Promise.resolve(copyOld(text))
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const label = button.textContent
    button.addEventListener('click', () => copy(button.dataset.copy).then(() => {
      button.textContent = button.dataset.done
      bar.querySelector('[role=status]').textContent = button.dataset.done
      setTimeout(() => { button.textContent = label }, 1500)
      const box = button.closest('.row').querySelector('input[data-key]')
      if (box) tick(box, true)
    }))
  }
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })
  root.classList.add('js')
})()
`
