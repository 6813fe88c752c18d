// How the pages look: phone-wide to A4, light and dark, no font or picture from elsewhere.

export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fff; --panel: #f4f5f7; --ink: #1c2024; --soft: #5b636c; --line: #d9dde2; --link: #0b57a4;
  --bad: #b3261e; --warn: #8a5300; --good: #1a6b3c; --info: #2f5d8a;
  --bad-back: #fdeceb; --warn-back: #fdf3e2; --good-back: #e8f5ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --panel: #202327; --ink: #e6e8ea; --soft: #a2aab2; --line: #363b41; --link: #8fc0f5;
    --bad: #ff9a92; --warn: #f0b95c; --good: #7fd3a0; --info: #93bfe8;
    --bad-back: #3a1f1d; --warn-back: #35290f; --good-back: #17301f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 1.25rem 1rem 4rem; max-width: 50rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  overflow-wrap: anywhere;
}
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.3; }
h1 small { display: block; font-size: .95rem; font-weight: 500; color: var(--soft); }
h2 { margin: 2.5rem 0 .25rem; padding-top: .75rem; border-top: 2px solid var(--ink); font-size: 1.2rem; line-height: 1.35; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
h2 .count, summary .count { margin-left: .4rem; font-weight: 500; color: var(--soft); }
p { margin: .25rem 0; }
a { color: var(--link); }
code { font: .85em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.soft, .intro { color: var(--soft); }
.intro { margin-bottom: .75rem; font-size: .95rem; } .intro:has(+ .intro) { margin-bottom: .25rem; }
.small { font-size: .85rem; }
.state { margin: 1rem 0; padding: .75rem 1rem; border-radius: .5rem; }
.state strong { font-size: 1.1rem; }
.state.yes { background: var(--good-back); } .state.yes strong { color: var(--good); }
.state.no { background: var(--bad-back); } .state.no strong { color: var(--bad); }
.notice { margin: .75rem 0; padding: .5rem .75rem; border-radius: .5rem; background: var(--warn-back); }
.facts { margin: 1rem 0; display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font-size: .95rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; }
.jump { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 0; padding: 0; list-style: none; font-size: .95rem; }
.jump a { display: block; padding: .2rem .7rem; border: 1px solid var(--line); border-radius: 1rem; color: inherit; text-decoration: none; }
.jump a:hover { border-color: var(--soft); }
.jump b { margin-left: .3rem; }
ol.steps { margin: .5rem 0 0; padding: 0; list-style: none; counter-reset: n; }
.steps > li { display: grid; grid-template-columns: 2.25rem 1fr auto; gap: 0 .5rem; padding: 0 0 .9rem; position: relative; counter-increment: n; break-inside: avoid; }
.steps > li::before { content: counter(n); grid-row: 1 / 3; width: 1.7rem; height: 1.7rem; border-radius: 50%; background: var(--panel); border: 1px solid var(--line); text-align: center; font-size: .85rem; line-height: 1.6rem; font-variant-numeric: tabular-nums; z-index: 1; }
.steps > li:not(:last-child)::after { content: ""; position: absolute; left: .85rem; top: 1.7rem; bottom: 0; border-left: 1px solid var(--line); }
.steps > li > .soft { grid-column: 2 / -1; font-size: .9rem; }
ul.stages { grid-column: 2 / -1; margin: .4rem 0 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.stages li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line); }
.stages strong { font-weight: 600; } .stages p { grid-column: 1 / -1; font-size: .9rem; color: var(--soft); max-width: 40rem; }
.stages .when { text-align: right; font-size: .9rem; } .stages .when b { display: block; font-weight: 600; font-variant-numeric: tabular-nums; } .stages .when span { display: block; font-size: .85rem; }
.good { color: var(--good); } .error, .bad { color: var(--bad); } .warning, .warn { color: var(--warn); } .info { color: var(--info); }
.done { display: none; position: sticky; top: 0; z-index: 2; align-items: center; gap: .75rem; margin: 0 -1rem 1rem; padding: .5rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .9rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.js .done { display: flex; }
progress { appearance: none; flex: 1; height: .45rem; border: 0; border-radius: 1rem; background: var(--panel); overflow: hidden; }
progress::-webkit-progress-bar { background: var(--panel); border-radius: 1rem; } progress::-webkit-progress-value { background: var(--good); border-radius: 1rem; } progress::-moz-progress-bar { background: var(--good); border-radius: 1rem; }
section[id] { scroll-margin-top: 2.5rem; }
.who { margin-left: .35rem; font-weight: 500; color: var(--soft); }
ul.items, ul.rows { margin: 0; padding: 0; list-style: none; }
.items > li { padding: .7rem 0; border-bottom: 1px solid var(--line); }
.items > li:last-child { border-bottom: 0; }
.item { break-inside: avoid; }
.item label, .asks label { display: grid; grid-template-columns: 1.75rem 1fr; gap: 0 .25rem; align-items: start; cursor: pointer; }
.item .title { font-weight: 600; } .item .title .soft { font-weight: 400; } .item.confirm .title { font-weight: 500; }
.item .text { padding-left: 2rem; } .item .text p { margin: .15rem 0; }
.item:has(input:checked) .title, .asks label:has(input:checked) { color: var(--soft); } .item:has(input:checked) .title > span { text-decoration: line-through; text-decoration-color: var(--line); }
.item .title .sign { display: inline-block; width: 1.3rem; }
.hints { margin: .4rem 0; padding: .5rem .75rem; border-radius: .4rem; background: var(--panel); font-size: .92rem; }
.meta { color: var(--soft); font-size: .82rem; }
.meta a { color: inherit; text-decoration-color: var(--line); }
.more { border: 0; } .more summary { padding: 0; font-weight: 400; font-size: .82rem; color: var(--soft); }
.empty { margin: .5rem 0; } .steps + .empty { margin-top: 1.5rem; }
.states { display: flex; flex-wrap: wrap; justify-content: end; gap: 0 .75rem; } .note { color: var(--info); }
.asks { columns: 17rem; column-gap: 2rem; margin: .25rem 0; padding: 0; list-style: none; }
.asks li { padding: .2rem 0; break-inside: avoid; }
input[type=checkbox] { width: 1.1rem; height: 1.1rem; margin: .25rem 0 0; accent-color: var(--good); }
details { border-bottom: 1px solid var(--line); }
summary { padding: .5rem 0; font-weight: 600; cursor: pointer; }
details > ul { margin: 0 0 .75rem; padding-left: 1.25rem; }
details > ul li { margin: .4rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 500; color: var(--soft); }
td.day { white-space: nowrap; font-variant-numeric: tabular-nums; }
.row { display: grid; grid-template-columns: 1.75rem minmax(7rem, 15rem) 1fr; gap: .1rem .5rem; padding: .45rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.row .name small, .row .value small { display: block; color: var(--soft); font-size: .85rem; }
.row .value > div { display: flex; justify-content: space-between; gap: .75rem; align-items: start; }
.row .value > div + div { margin-top: .25rem; }
.row:has(input:checked) .name, .row:has(input:checked) .value { color: var(--soft); }
.tag { display: inline-block; padding: 0 .45rem; border-radius: .3rem; background: var(--warn-back); color: var(--warn); font-size: .78rem; line-height: 1.5; }
.tag.bad { background: var(--bad-back); color: var(--bad); }
button { display: none; flex: none; padding: .1rem .8rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--panel); color: inherit; font: inherit; font-size: .85rem; cursor: pointer; }
button:hover { border-color: var(--soft); }
.js button { display: inline-block; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 36rem) {
  .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .4rem; }
  .row { grid-template-columns: 1.75rem 1fr; } .row .value { grid-column: 2; }
  .steps > li { grid-template-columns: 2.25rem 1fr; } .steps .states { grid-column: 2; justify-content: start; font-size: .9rem; }
  .stages li { grid-template-columns: 1fr; } .stages .when { text-align: left; }
  td.day { white-space: normal; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; --bad: #000; --warn: #000; --good: #000; --info: #000; --bad-back: #fff; --warn-back: #fff; --good-back: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  button, .jump, .more { display: none !important; } .done { position: static; }
  .state, .hints, .notice { border: 1px solid var(--line); }
  h2, h3, summary, .intro { break-after: avoid; } .items li, .row, .stages li, tr { break-inside: avoid; }
  footer { margin-top: 1rem; break-inside: avoid; break-before: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`
