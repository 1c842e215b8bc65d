/** The look of every page: light and dark, wide and narrow, on screen and on paper. Both schemes keep to AA contrast. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--soft:#f4f5f7;--text:#1b1f24;--dim:#57606a;--line:#d0d7de;--link:#0550ae;--bad:#a40e26;--bad-bg:#ffebe9;--warn:#7a4100;--warn-bg:#fff3d6;--good:#116329;--good-bg:#dafbe1;--mark:#0550ae}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--soft:#161b22;--text:#e6edf3;--dim:#9aa4af;--line:#3d444d;--link:#79b8ff;--bad:#ff9492;--bad-bg:#3c1618;--warn:#f2cc60;--warn-bg:#342a0c;--good:#7ee787;--good-bg:#12301c;--mark:#79b8ff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:100rem;padding:0 1rem 4rem;background:var(--bg);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.skip{position:absolute;left:-99in}
.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem;z-index:2}
h1{font-size:1.25rem;margin:1.5rem 0 0;font-weight:600}
h1 .versions{display:block;font-size:2rem;line-height:1.2}
.verdict{font-size:1.25rem;margin:.5rem 0 1rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;list-style:none;padding:0;margin:0 0 1rem}
.tiles a{display:block;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.5rem;color:inherit;text-decoration:none;height:100%}
.tiles a:hover{border-color:var(--mark)}
.tiles strong{display:block;font-size:1.5rem;line-height:1.2}
.facts{display:grid;grid-template-columns:auto 1fr;gap:.125rem 1rem;margin:0 0 1rem}
.facts dt{color:var(--dim)}
.facts dd{margin:0}
.filters{display:none}
.js .filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.5rem .75rem;padding:.75rem;margin:1rem 0;background:var(--soft);border:1px solid var(--line);border-radius:.5rem;align-items:end}
.filters label{display:block;font-size:.875rem;color:var(--dim)}
.filters input,.filters select{display:block;width:100%;min-width:0;height:2.5rem;padding:0 .5rem;font:inherit;font-size:1rem;color:var(--text);background:var(--bg);border:1px solid var(--dim);border-radius:.375rem}
.filters .state{display:flex;gap:.75rem;align-items:center;justify-content:space-between;min-height:2.5rem}
button{font:inherit;font-size:.875rem;color:var(--text);background:var(--bg);border:1px solid var(--dim);border-radius:.375rem;padding:.25rem .75rem;cursor:pointer;white-space:nowrap}
button:hover{border-color:var(--mark)}
.copy{display:none;min-width:4.5rem}
.js .copy{display:inline-block}
section>h2{margin:2.5rem 0 .25rem;font-size:1.5rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
section>p{color:var(--dim);margin:.25rem 0 1rem}
.card{border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 1rem;background:var(--bg);content-visibility:auto;contain-intrinsic-size:auto 30rem}
.card:target{border-color:var(--mark);box-shadow:0 0 0 2px var(--mark)}
.card h3{margin:.25rem 0 .5rem;font-size:1.0625rem;line-height:1.4;font-weight:600}
.card ul{padding-left:1.25rem;margin:.5rem 0}
.meta{display:flex;flex-wrap:wrap;gap:.25rem .5rem;margin:0;font-size:.875rem;align-items:center}
.resource{color:var(--dim)}
.badge{padding:0 .5rem;border:1px solid var(--line);border-radius:1rem;color:var(--text);background:var(--soft)}
.badge.breaking{color:var(--bad);background:var(--bad-bg);border-color:currentColor}
.badge.dangerous,.badge.undecided,.badge.unclassified{color:var(--warn);background:var(--warn-bg);border-color:currentColor}
.anchor{text-decoration:none;padding:0 .25rem}
.why,.tool{margin:.25rem 0}
.tool{color:var(--dim)}
.tool::before{content:"";display:inline-block;width:.6em;height:.6em;border-radius:50%;margin-right:.5em;border:2px solid currentColor}
.tool.do{color:var(--good)}
.tool.do::before{background:currentColor}
.card h3>input{width:1.25rem;height:1.25rem;margin:0 .5rem 0 0;vertical-align:-.2em}
.card h3>input:checked+.title{color:var(--dim);text-decoration:line-through}
.why strong{font-weight:400}
.card .steps{list-style:none;padding:0}
.steps label{display:flex;gap:.5rem;padding:.25rem 0;font-weight:600}
.steps input{flex:none;width:1.25rem;height:1.25rem;margin:.125rem 0 0}
.steps input:checked+span{color:var(--dim);text-decoration:line-through}
.card .operations{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem .5rem;font-size:.9375rem}
.operations code{background:var(--soft);padding:.125rem .375rem;border-radius:.25rem}
summary{cursor:pointer;padding:.25rem 0;font-weight:600}
.places summary,.proof summary{font-weight:400;color:var(--dim)}
.where{font-weight:400;color:var(--dim)}
.pair{display:grid;grid-template-columns:minmax(0,1fr);gap:.75rem;margin:.25rem 0 .75rem}
@media (min-width:60rem){.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.pair.one{grid-template-columns:minmax(0,1fr)}}
figure{margin:0;min-width:0;border:1px solid var(--line);border-radius:.375rem;display:flex;flex-direction:column}
figcaption{display:flex;justify-content:space-between;align-items:center;gap:.5rem;padding:.25rem .5rem .25rem .75rem;background:var(--soft);border-bottom:1px solid var(--line);border-radius:.375rem .375rem 0 0;min-height:2.5rem}
.side-label{font-size:.875rem;font-weight:600}
.nothing{margin:0;padding:.75rem;border:1px dashed var(--line);border-radius:.375rem;color:var(--dim)}
pre{margin:0;padding:.75rem;overflow-x:auto;max-height:40rem;flex:1;line-height:1.45;overflow-wrap:normal;tab-size:2}
del,ins{text-decoration:none;display:inline}
del{background:var(--bad-bg)}
ins{background:var(--good-bg)}
.proof p{margin:.125rem 0 .5rem}
.print{color:var(--dim);font-size:.875em}
.empty{display:none}
.none .empty{display:block;padding:2rem;text-align:center;color:var(--dim)}
[hidden]{display:none!important}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.375rem .625rem;text-align:left;vertical-align:top}
thead th{background:var(--soft)}
.scroll{overflow-x:auto}
td.cell{text-align:right;white-space:nowrap}
td.zero{color:var(--good)}
td.some a,td.some{color:var(--bad)}
.timeline{list-style:none;padding:0;margin:0}
.timeline>li{border-left:3px solid var(--line);padding:0 0 1rem 1rem}
@media print{.card{content-visibility:visible}body{max-width:none;padding:0;font-size:10pt}.filters,.js .filters,.copy,.js .copy,.skip,.anchor{display:none!important}.card,figure{break-inside:avoid-page}.card:has(pre){break-inside:auto}pre{max-height:none;white-space:pre-wrap;overflow-wrap:anywhere;overflow:visible}details::details-content{content-visibility:visible;display:block;height:auto}a{color:inherit}h2,h3{break-after:avoid}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:auto}}
@media (forced-colors:active){del,ins{outline:1px solid}}
`.trim();
