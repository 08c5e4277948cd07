
"use strict";
(function () {
  const swedish = new Intl.Collator("sv", { numeric: true });
  const table = document.getElementById("fakturor");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const proofs = document.getElementById("bevis");

  function number(text) {
    return Number(text.replace(/[\s\u00a0]/g, "").replace("\u2212", "-").replace(",", "."));
  }

  function sort(heading, column, isFigure) {
    const ascending = heading.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const key = (row) => row.cells[column].textContent.trim();
    rows.sort(function (one, other) {
      const order = isFigure
        ? number(key(one)) - number(key(other))
        : swedish.compare(key(one), key(other));
      return ascending ? order : -order;
    });
    body.append(...rows);
  }

  Array.from(table.tHead.rows[0].cells).forEach(function (heading, column) {
    if (column === table.tHead.rows[0].cells.length - 1) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.addEventListener("click", function () {
      sort(heading, column, heading.classList.contains("figure"));
    });
    heading.replaceChildren(button);
  });

  const search = document.createElement("input");
  search.type = "search";
  search.id = "sok";
  search.autocomplete = "off";
  const label = document.createElement("label");
  label.htmlFor = "sok";
  label.textContent = "Sök part, nummer, rad eller beslut";
  const hits = document.createElement("p");
  hits.setAttribute("role", "status");
  const tools = document.createElement("div");
  tools.className = "tools";
  tools.append(label, search, hits);
  table.parentElement.before(tools);

  const found = rows.map(function (row) {
    const details = document.getElementById(row.dataset.part);
    const text = row.textContent + " " + (details ? details.textContent : "");
    return { row: row, details: details, text: text.toLocaleLowerCase("sv") };
  });

  function show() {
    const words = search.value.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
    let count = 0;
    for (const one of found) {
      const hit = words.every((word) => one.text.includes(word));
      one.row.hidden = !hit;
      count += hit ? 1 : 0;
      if (one.details) {
        one.details.hidden = !hit;
      }
    }
    hits.textContent = words.length === 0 ? "" : count + " av " + found.length + " fakturor";
    const only = words.length > 0 ? found.filter((one) => !one.row.hidden) : [];
    if (only.length === 1 ? only[0].details : false) {
      only[0].details.open = true;
    }
  }

  search.addEventListener("input", show);

  const all = Array.from(proofs.querySelectorAll("details"));
  if (all.length > 0) {
    const buttons = document.createElement("p");
    buttons.className = "tools";
    for (const open of [true, false]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = open ? "Visa alla" : "Dölj alla";
      button.addEventListener("click", function () {
        for (const details of all) {
          details.open = open;
        }
      });
      buttons.append(button, " ");
    }
    proofs.before(buttons);
  }

  function openTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (target === null || target.tagName !== "DETAILS") {
      return;
    }
    target.open = true;
    target.scrollIntoView();
  }

  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
