"use strict";
/* Without the letters that open markup, so that the page can be read as XML too. */
(function () {
  const swedish = new Intl.Collator("sv", { numeric: true });

  /* An amount as it is written; what is no number comes first. */
  function number(text) {
    const value = Number(text.replace(/\s/g, "").replace(",", "."));
    return text.trim() === "" || Number.isNaN(value) ? -Infinity : value;
  }

  function compare(one, other) {
    return one > other ? 1 : other > one ? -1 : 0;
  }

  function sort(table, heading, column) {
    const ascending = heading.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const isFigure = heading.classList.contains("figure");
    const keys = Array.from(table.tBodies[0].rows, function (row) {
      const text = row.cells[column].textContent;
      return { row: row, key: isFigure ? number(text) : text.trim() };
    });
    keys.sort(function (one, other) {
      const order = isFigure ? compare(one.key, other.key) : swedish.compare(one.key, other.key);
      return ascending ? order : -order;
    });
    table.tBodies[0].append(...keys.map((of) => of.row));
  }

  for (const table of document.querySelectorAll("table.sortable")) {
    Array.from(table.tHead.rows[0].cells).forEach(function (heading, column) {
      if (heading.classList.contains("files")) {
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      button.addEventListener("click", () => sort(table, heading, column));
      heading.replaceChildren(button);
    });
  }

  const parties = Array.from(document.querySelectorAll("#bevis > details"));
  const open = document.getElementById("oppna");
  if (open !== null) {
    open.hidden = false;
    const all = document.querySelectorAll("#bevis details, #budgetrader details");
    open.querySelectorAll("button").forEach(function (button, place) {
      button.addEventListener("click", function () {
        for (const details of all) {
          details.open = place === 0;
        }
      });
    });
  }

  /* What a link leads to is shown, however deep it lies. */
  function reveal(target) {
    let at = target;
    while (at !== null) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
      at.hidden = false;
      at = at.parentElement;
    }
  }

  function followHash() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target !== null) {
      reveal(target);
      target.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", followHash);
  followHash();

  const table = document.getElementById("fakturor");
  if (table === null) {
    return;
  }
  const rows = Array.from(table.tBodies[0].rows);
  const search = document.getElementById("sok");
  const hits = document.getElementById("traffar");
  const MOST_PARTIES_OPENED = 10;
  const MOST_LINES_OPENED = 5;
  const opened = new Set();
  let found = null;

  function words(text) {
    return text.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
  }

  function text(element) {
    return words(element.textContent).join(" ");
  }

  /* Gathered at the first search: what each party and each of its lines can be found by. */
  function gather() {
    const shared = new Map();
    for (const facts of document.querySelectorAll("#budgetrader > details > div")) {
      shared.set("#" + facts.id, text(facts.parentElement));
    }
    const rowOf = new Map();
    for (const row of rows) {
      const link = row.cells[0].querySelector("a");
      rowOf.set(link === null ? row : link.hash, row);
    }
    const ofParties = parties.map(function (details) {
      const body = details.querySelector("div");
      const row = rowOf.get("#" + body.id) || null;
      rowOf.delete("#" + body.id);
      const facts = body.querySelector(":scope > p");
      const head = [details.querySelector("summary"), facts, row].filter(Boolean).map(text).join(" ");
      const lines = Array.from(body.querySelectorAll(":scope > details"), function (line) {
        const referred = new Set(Array.from(line.querySelectorAll("a"), (link) => link.hash));
        const more = Array.from(referred, (hash) => shared.get(hash) || "").join(" ");
        return { details: line, text: head + " " + text(line) + " " + more };
      });
      return { details: details, row: row, head: head, lines: lines };
    });
    const others = Array.from(rowOf.values(), function (row) {
      return { details: null, row: row, head: text(row), lines: [] };
    });
    return ofParties.concat(others);
  }

  function show(details) {
    if (!details.open) {
      details.open = true;
      opened.add(details);
    }
  }

  function find() {
    if (found === null) {
      found = gather();
    }
    opened.forEach((details) => {
      details.open = false;
    });
    opened.clear();
    const asked = words(search.value);
    const isHit = (text) => asked.every((word) => text.includes(word));
    const hitParties = [];
    const hitLines = [];
    let invoices = 0;
    for (const party of found) {
      const whole = isHit(party.head);
      let hit = whole;
      for (const line of party.lines) {
        const lineIsHit = whole || isHit(line.text);
        line.details.hidden = !lineIsHit;
        hit = hit || lineIsHit;
        if (lineIsHit) {
          hitLines.push(line.details);
        }
      }
      if (party.row !== null) {
        party.row.hidden = !hit;
        invoices += hit ? 1 : 0;
      }
      if (party.details !== null) {
        party.details.hidden = !hit;
        if (hit) {
          hitParties.push(party.details);
        }
      }
    }
    table.tFoot.hidden = asked.length > 0;
    if (asked.length === 0) {
      hits.textContent = "";
      return;
    }
    hits.textContent = told(invoices, hitLines.length);
    if (MOST_PARTIES_OPENED >= hitParties.length) {
      hitParties.forEach(show);
    }
    if (MOST_LINES_OPENED >= hitLines.length) {
      hitLines.forEach(show);
    }
  }

  function told(invoices, lines) {
    const all = found.reduce((sum, party) => sum + party.lines.length, 0);
    return invoices + " av " + rows.length + (rows.length === 1 ? " faktura" : " fakturor")
      + (all === 0 ? "" : ", " + lines + " av " + all + (all === 1 ? " rad" : " rader"));
  }

  document.getElementById("sokning").hidden = false;
  search.addEventListener("input", find);
  search.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      search.value = "";
      find();
    } else if (event.key === "Enter") {
      const first = rows.find((row) => !row.hidden);
      const link = first === undefined ? null : first.querySelector("a");
      if (link !== null) {
        link.focus();
      }
    }
  });
})();
