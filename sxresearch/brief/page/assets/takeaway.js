// Every table as a CSV file, every chart as a picture: made in the page from what it shows, nothing is asked of anybody.
(() => {
  "use strict";
  const words = document.querySelector("main").dataset;
  const FORMULA = /^[=+\-@\t\r]/;
  const NUMBER = /^[+-]?[\d.,]+%?$/;
  const SCALE = 3; // picture points for each point of the screen

  function save(address, name) {
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
  }

  function button(text, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "take";
    made.textContent = text;
    made.setAttribute("aria-label", `${text} ${label}`);
    made.addEventListener("click", act);
    return made;
  }

  function fileName(text, ending) {
    const plain = text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40);
    return `${document.title.replace(/[^\p{L}\p{N}]+/gu, "-")}-${plain}.${ending}`;
  }

  function spoken(node) {
    return Array.from(node.childNodes, (part) => {
      if (part.nodeType === Node.TEXT_NODE) return part.data;
      if (part.nodeName === "BUTTON" || part.nodeName === "svg") return "";
      const block = /^(BR|LI|P|DIV|SPAN|DD|DT|SMALL)$/.test(part.nodeName);
      return block ? ` ${spoken(part)} ` : spoken(part);
    }).join("");
  }

  function textOf(cell) {
    const text = spoken(cell).replace(/\s+/g, " ").trim().replace(/^−(?=\d)/, "-");
    return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  }

  // A cell that spans rows stands in each of them, one that spans columns in the first.
  function rowsOf(table) {
    const rows = Array.from(table.rows).filter((row) => !row.hidden);
    const grid = rows.map(() => []);
    rows.forEach((row, place) => {
      let column = 0;
      for (const cell of row.cells) {
        if (cell.hidden) continue;
        while (grid[place][column] !== undefined) column += 1;
        for (let down = 0; down < cell.rowSpan && place + down < rows.length; down += 1) {
          for (let right = 0; right < cell.colSpan; right += 1) {
            grid[place + down][column + right] = right ? "" : textOf(cell);
          }
        }
        column += cell.colSpan;
      }
    });
    return grid;
  }

  function csvOf(table) {
    const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return rowsOf(table).map((row) => Array.from(row, (text) => quoted(text ?? "")).join(",")).join("\r\n");
  }

  function offerTable(table) {
    const caption = table.caption ?? table.createCaption();
    const name = spoken(caption).replace(/\s+/g, " ").trim() || nameOf(table);
    const address = () => `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${csvOf(table)}\r\n`)}`;
    caption.append(" ", button(words.csv, name, () => save(address(), fileName(name, "csv"))));
  }

  function nameOf(table) {
    const around = table.closest("section");
    const heading = around ? around.querySelector("h2, h3") : null;
    return heading ? heading.textContent.trim() : document.title;
  }

  function drawingOf(svg) {
    const copy = svg.cloneNode(true);
    const { width, height } = svg.viewBox.baseVal;
    copy.setAttribute("width", width * SCALE);
    copy.setAttribute("height", height * SCALE);
    const style = document.createElementNS(svg.namespaceURI, "style");
    const font = document.querySelector("style").textContent.match(/@font-face \{[^}]*\}/);
    style.textContent = `${font ? font[0] : ""} text { font-family: "Noto Sans SC", sans-serif !important; }`;
    copy.prepend(style);
    return { text: new XMLSerializer().serializeToString(copy), width: width * SCALE, height: height * SCALE };
  }

  function savePicture(svg, name) {
    const drawing = drawingOf(svg);
    const picture = new Image();
    picture.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = drawing.width;
      canvas.height = drawing.height;
      const pen = canvas.getContext("2d");
      pen.fillStyle = getComputedStyle(document.body).backgroundColor;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0);
      save(canvas.toDataURL("image/png"), fileName(name, "png"));
    });
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.text)}`;
  }

  function offerChart(svg) {
    const title = svg.querySelector("title");
    const name = title ? title.textContent.trim() : document.title;
    svg.closest("figure").append(button(words.picture, name, () => savePicture(svg, name)));
  }

  document.querySelectorAll("main table").forEach(offerTable);
  document.querySelectorAll("main figure svg[role=img]").forEach(offerChart);
})();
