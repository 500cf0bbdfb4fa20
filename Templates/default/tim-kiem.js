// The page of search. It reads the index in chi-muc/ part by part, as scripts, so that it works from
// file:// and under a strict content policy; SearchIndex.swift writes what is read here.
(() => {
  "use strict";
  const [form, box, count, help, list, more, filters] = ["", "-gi", "-duoc", "-giup", "-ra", "-them", "-loc"]
    .map((end) => document.getElementById("tim" + end));
  const SHOWN = 10;
  // Of a word in the title, names, the summary, often in the body, once or twice.
  const WEIGHT = [10, 4, 3, 1.5, 1];

  // Words: letters without marks, and the marks as typed with Telex, the tone last.

  const TONES = { "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j" };
  const MARKS = { "\u0302": ["aeo", "a"], "\u0306": ["a", "w"], "\u031b": ["ou", "w"] };
  const LETTERS = { "đ": "d", "ð": "d", "ø": "o" };

  function words(text) {
    const found = [];
    let word = "", marks = "", tone = "", from = 0, here = 0;
    for (const sign of text + " ") {
      for (const c of sign.toLowerCase().normalize("NFD")) {
        const letter = LETTERS[c] || c, base = word.at(-1);
        if (/[a-z0-9]/.test(letter)) {
          if (!word) from = here;
          word += letter;
          if (c === "đ") marks += "d";
        } else if (word && c >= "\u0300" && c <= "\u036f") {
          if (TONES[c] && "aeiouy".includes(base)) tone = TONES[c];
          if (MARKS[c]?.[0].includes(base)) marks += MARKS[c][1];
        } else if (word) {
          const plain = word.replace(/^(qu|[b-df-hj-np-tv-xz]+)y$/, "$1i");
          if (!word[24]) found.push({ word: plain, typed: word, marks: marks + tone, from, to: here });
          word = marks = tone = "";
        }
      }
      here += sign.length;
    }
    return found;
  }

  // Parts of the index.

  const waiting = {}, parts = {};
  window.timKiem = (name, data) => waiting[name]?.(data);
  // For tests.
  timKiem.words = words;
  const part = (name) => (parts[name] ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    waiting[name] = done;
    script.src = `chi-muc/${name}.js`;
    script.onerror = () => fail(delete parts[name]);
    document.head.append(script);
  }));

  async function root() {
    const data = await part("goc");
    if (data.where) return data;
    let last = "", number = -1, line;
    data.where = new Map();
    for (const [, first, shared, rest] of data.words.matchAll(/(!?)([A-Z])([^A-Z!]*)/g)) {
      if (first) { number++; line = 0; }
      last = last.slice(0, shared.charCodeAt() - 65) + rest;
      data.where.set(last, [number, line++]);
    }
    data.all = [...data.where.keys()];
    return data;
  }

  function reader(code) {
    let i = 0;
    const digit = () => { const c = code.charCodeAt(i++) - 35; return c > 57 ? c - 1 : c; };
    const number = () => {
      const d = digit();
      return d < 60 ? d : d < 90 ? 60 + (d - 60) * 91 + digit() : 2790 + (digit() * 91 + digit()) * 91 + digit();
    };
    const until = (sign) => { const from = i; i = code.indexOf(sign, i) + 1; return code.slice(from, i - 1); };
    // Calls back for each document of a list.
    const each = (call) => { for (let left = number(), doc = -1; left--;) call(doc += number() + 1); };
    return { digit, each, until, more: () => i < code.length };
  }

  // Adds to `docs` the documents of a word of the index, each with score, first and last place.
  async function gather(data, word, factor, marks, docs, most = 99) {
    const [number, line] = data.where.get(word);
    const code = reader((await part("t" + number)).split(" ")[line]);
    const isCommon = code.digit() === 1, found = [];
    while (code.more()) {
      const spelling = code.until("!"), fit = marks && spelling !== marks ? 0.3 : 1;
      for (const weight of WEIGHT) code.each((doc) => found.push([doc, weight * fit, code.digit()]));
    }
    const rarity = Math.min(most, Math.log(1 + data.n / (isCommon ? data.n : found.length)));
    for (const [doc, score, place] of found) better(docs, doc, [score * factor * rarity, place, place]);
    return { rarity, isCommon };
  }

  // From the end of one place to the beginning of another, as the index counts places.
  const step = (one, other) => (other[1] - one[2] + 91) % 91;
  const better = (docs, doc, row) => docs.get(doc)?.[0] >= row[0] || docs.set(doc, row);

  // Edits between two words, neighbours that changed places being one.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return 9;
    let old = [], row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const isSwap = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]), isSwap ? old[j - 2] + 1 : 9);
      }
      [old, row] = [row, next];
    }
    return row[b.length];
  }

  // The words of the index that are meant: the same, those that begin so, else those much like it.
  function meant(data, { word, typed }, isOpen) {
    const found = data.where.has(word) ? [[word, 1]] : [];
    if ((isOpen || !found.length) && typed.length > 1) {
      const longer = data.all.filter((one) => one !== word && one.startsWith(typed));
      longer.sort((a, b) => a.length - b.length);
      found.push(...longer.slice(0, 8).map((one) => [one, found.length ? 0.25 : 0.5]));
    }
    const most = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
    for (let edits = 1; edits <= most && !found.length; edits++) {
      const near = data.all.filter((one) => distance(word, one, edits) <= edits);
      found.push(...near.slice(0, 8).map((one) => [one, 0.3]));
    }
    return found;
  }

  // Puts another way to say the words `from` to `to`, such as an abbreviation, beside them.
  async function also(data, phrase, slots, from, to, hits) {
    const maps = [];
    for (const word of phrase) {
      if (!data.where.has(word)) return;
      const docs = new Map();
      if (!(await gather(data, word, 0.8, "", docs)).isCommon || !phrase[1]) maps.push(docs);
      hits.add(word);
    }
    for (const [doc, [, start]] of maps[0] || []) {
      let score = 0, last;
      for (const place of maps.map((docs) => docs.get(doc))) {
        score += place ? place[0] * (last && step(last, place) > 2 ? 0.25 : 1) : NaN;
        last = place;
      }
      if (!score) continue;
      score /= maps.length * (to - from);
      for (const slot of slots.slice(from, to)) better(slot.docs, doc, [score, start, last[1]]);
    }
  }

  async function find(text) {
    const data = await root(), asked = words(text).slice(0, 12), hits = new Set();
    const isOpen = !/[\s.,;:!?]$/.test(text);
    const slots = await Promise.all(asked.map(async (ask, i) => {
      const slot = { docs: new Map(), weight: 0, isCommon: false, isExact: data.where.has(ask.word) };
      for (const [word, factor] of meant(data, ask, isOpen && i === asked.length - 1)) {
        hits.add(word);
        const { rarity, isCommon } = await gather(data, word, factor, ask.marks, slot.docs, slot.weight || 99);
        slot.weight = Math.max(slot.weight, rarity);
        slot.isCommon ||= isCommon && factor === 1;
      }
      slot.weight ||= Math.log(1 + data.n);
      return slot;
    }));
    for (const group of data.same.map((line) => line.split("|"))) {
      for (const phrase of group) {
        const said = phrase.split(" ");
        for (let i = 0; i + said.length <= asked.length; i++) {
          if (!said.every((word, k) => asked[i + k].word === word)) continue;
          for (const other of group) {
            if (other !== phrase) await also(data, other.split(" "), slots, i, i + said.length, hits);
          }
          for (const slot of slots.slice(i, i + said.length)) slot.isExact = true;
        }
      }
    }
    const isWanted = await filter(data);
    let best = 0, found = [];
    for (const doc of new Set(slots.flatMap((slot) => [...slot.docs.keys()]))) {
      if (!isWanted(doc)) continue;
      let score = 0, hit = 0, total = 0, pairs = 0, last = null;
      for (const { docs, weight, isCommon } of slots) {
        const place = docs.get(doc);
        if (place || !isCommon) total += weight;
        if (place) {
          hit += weight;
          score += place[0];
          if (last && step(last, place) < 2) pairs++;
        }
        last = place;
      }
      const share = hit / total;
      best = Math.max(best, share);
      found.push([doc, score * share * share * (1 + pairs / slots.length), share]);
    }
    found = found.filter((one) => one[2] >= best * 0.75).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { data, asked, hits, docs: found, isNear: best < 0.99 || slots.some((slot) => !slot.isExact) };
  }

  // Filters.

  const LISTS = ["don-vi", "phong-trao"];
  const kindOf = (data, doc) => data.kinds.findLast(([, first]) => first <= doc)[0];

  async function filter(data) {
    const kind = form.loai.value, sets = [];
    for (const name of LISTS) {
      const row = form[name].value && (await part("loc"))[name].find(([id]) => id === form[name].value);
      if (!row) continue;
      sets.push(new Set());
      reader(row[2]).each((doc) => sets.at(-1).add(doc));
    }
    return (doc) => (!kind || kindOf(data, doc) === kind) && sets.every((docs) => docs.has(doc));
  }

  async function offer() {
    const lists = await part("loc");
    for (const name of LISTS) {
      if (!form[name][1]) form[name].append(...lists[name].map(([id, title]) => new Option(title, id)));
    }
  }

  // Results.

  function marked(text, hits) {
    const out = [];
    let done = 0, mark;
    for (const { word, from, to } of words(text)) {
      if (!hits.has(word)) continue;
      if (mark && done === from - 1) mark.append(text.slice(done, to));
      else out.push(text.slice(done, from), (mark = element("mark", "", text.slice(from, to))));
      done = to;
    }
    return [...out, text.slice(done)];
  }

  function element(name, kind, ...content) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  }

  function item({ data, hits }, doc, [title, path, about, text]) {
    const link = element("a", "", ...marked(title, hits));
    link.href = "../" + path;
    const label = form.querySelector(`option[value="${kindOf(data, doc)}"]`).textContent;
    const made = element("li", "", element("p", "search-title", link));
    made.append(element("p", "meta", about ? `${label} · ${about}` : label));
    if (text) made.append(element("p", "", ...marked(text, hits)));
    return made;
  }

  const say = (what, q, n = 0) => {
    const told = { n: n.toLocaleString(document.documentElement.lang), q };
    count.textContent = (count.dataset[what] || "").replace(/{([nq])}/g, (_, name) => told[name]);
    help.hidden = what !== "khong";
  };

  async function show(found, from) {
    const { data, docs, asked } = found, page = docs.slice(from, from + SHOWN);
    const cards = await Promise.all(page.map(async ([doc, score]) => {
      const card = (await part("d" + Math.floor(doc / data.size)))[doc % data.size];
      const [title, all] = [words(card[0]), asked].map((list) => ` ${list.map((one) => one.word).join(" ")} `);
      return { doc, card, score: score * (title === all ? 3 : title.includes(all) ? 1.5 : 1) };
    }));
    cards.sort((a, b) => b.score - a.score || a.doc - b.doc);
    return () => {
      if (!from) list.replaceChildren();
      list.append(...cards.map(({ doc, card }) => item(found, doc, card)));
      more.hidden = docs.length <= from + SHOWN;
      more.onclick = async () => {
        (await show(found, from + SHOWN))();
        list.children[from + SHOWN].querySelector("a").focus();
      };
    };
  }

  let turn = 0;
  async function run() {
    const mine = ++turn, text = box.value.trim().slice(0, 200);
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", (location.protocol === "file:" ? "#" : "?") + query);
    if (!text) {
      list.replaceChildren();
      more.hidden = true;
      return say();
    }
    try {
      const found = await find(text), draw = await show(found, 0), n = found.docs.length;
      if (mine !== turn) return;
      draw();
      say(!n ? "khong" : found.isNear ? "gan" : "thay", text, n);
    } catch {
      say("loi");
    }
  }

  // What is asked: in the address, typed, chosen.

  async function start() {
    const asked = new URLSearchParams(location.search || location.hash.slice(1));
    filters.hidden = false;
    box.value = asked.get("q") || "";
    if (LISTS.some((name) => asked.has(name))) await offer().catch(() => {});
    for (const name of ["loai", ...LISTS]) {
      const option = [...form[name]].find(({ value }) => value && value === asked.get(name));
      if (option) option.selected = filters.open = true;
    }
    if (box.value) run();
    else box.focus();
  }
  let pause;
  box.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(run, 180); });
  box.addEventListener("focus", () => root().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); run(); });
  form.addEventListener("change", (event) => { if (event.target !== box) run(); });
  filters.addEventListener("toggle", () => filters.open && offer().catch(() => say("loi")));
  start();
})();
