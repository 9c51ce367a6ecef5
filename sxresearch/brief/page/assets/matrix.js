"use strict";
// Sorting and filtering of tables, and of a matrix by its columns. Without this script everything is there, only not movable.

const TRAITS = ["plan", "field", "department", "level", "within"];
const MARKS = { none: "↕", ascending: "↑", descending: "↓" };

function valueOf(row, column) {
  const cell = row.cells[column];
  const given = cell.dataset.value;
  return given === undefined ? cell.textContent.trim() : given;
}

function compare(a, b, numeric) {
  if (a === "" || b === "") return (a === "") - (b === "") || 0;
  return numeric ? Number(a) - Number(b) : a.localeCompare(b, document.documentElement.lang);
}

function sortBy(table, head, button) {
  const down = head.getAttribute("aria-sort") === "ascending";
  const sign = down ? -1 : 1;
  const column = head.cellIndex;
  const numeric = head.dataset.sort === "number";
  const body = table.tBodies[0];
  const rows = Array.from(body.rows, (row) => ({ row, value: valueOf(row, column) }));
  rows.sort((a, b) => (a.value === "" || b.value === "" ? 1 : sign) * compare(a.value, b.value, numeric));
  rows.forEach((item) => body.append(item.row));
  nameFieldsOnce(table);
  for (const other of table.tHead.rows[0].cells) {
    other.removeAttribute("aria-sort");
    const mark = other.querySelector("button.sort");
    if (mark) mark.textContent = MARKS.none;
  }
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  button.textContent = MARKS[head.getAttribute("aria-sort")];
}

function makeSortable(table) {
  const original = Array.from(table.tBodies[0].rows);
  for (const head of table.tHead.rows[0].cells) {
    if (!head.dataset.sort) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = MARKS.none;
    button.setAttribute("aria-label", `${table.dataset.sortLabel} ${head.textContent.trim()}`);
    button.addEventListener("click", () => sortBy(table, head, button));
    head.append(" ", button);
  }
  table.addEventListener("unsort", () => {
    original.forEach((row) => table.tBodies[0].append(row));
    nameFieldsOnce(table);
    for (const head of table.tHead.rows[0].cells) {
      head.removeAttribute("aria-sort");
      const mark = head.querySelector("button.sort");
      if (mark) mark.textContent = MARKS.none;
    }
  });
}

function showColumns(table, wanted) {
  const heads = Array.from(table.tHead.rows[0].cells);
  const shown = heads.map((head) => !wanted || !head.dataset.region || head.dataset.region === wanted);
  for (const row of table.rows) {
    shown.forEach((visible, column) => { row.cells[column].hidden = !visible; });
  }
  return heads.flatMap((head, column) => (head.dataset.region && shown[column] ? [column] : []));
}

function filterRows(form, table) {
  const chosen = Object.fromEntries(new FormData(form));
  const columns = showColumns(table, chosen.region);
  let count = 0;
  for (const row of table.tBodies[0].rows) {
    const plain = TRAITS.every((key) => !chosen[key] || row.dataset[key].split("|").includes(chosen[key]));
    const hits = columns.map((column) => !chosen.status || row.cells[column].dataset.status === chosen.status);
    const named = !chosen.words || row.textContent.toLowerCase().includes(chosen.words.trim().toLowerCase());
    columns.forEach((column, place) => row.cells[column].classList.toggle("dim", !hits[place]));
    row.hidden = !(plain && named && (hits.some(Boolean) || !columns.length));
    count += row.hidden ? 0 : 1;
  }
  const output = form.querySelector("output");
  nameFieldsOnce(table);
  output.textContent = output.dataset.text.replace("%1", count).replace("%2", table.tBodies[0].rows.length);
}

// A field is named in the first of its rows that follow one another, whatever the order.
function nameFieldsOnce(table) {
  let before = "";
  for (const row of table.tBodies[0].rows) {
    if (row.hidden || row.dataset.field === undefined) continue;
    row.cells[0].classList.toggle("again", row.dataset.field === before);
    before = row.dataset.field;
  }
}

function makeFilterable(form) {
  const table = document.getElementById(form.dataset.table);
  const update = () => filterRows(form, table);
  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A form tells of its reset before its fields are cleared; so it is cleared here, and the rows follow at once.
  form.querySelector("button[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    table.dispatchEvent(new Event("unsort"));
    update();
  });
  update();
}

document.querySelectorAll("table[data-sort-label]").forEach(makeSortable);
document.querySelectorAll("form.filters").forEach(makeFilterable);
