// Draws a small map or a few bars that are only looked at, without the library of the large charts: the first page
// needs none of it. Every word goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const BEYOND = 3;
const SYMBOLS = {
  "diamond-open": (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`,
  "x-thin-open": (r) => `M${-r} ${-r}L${r} ${r}M${-r} ${r}L${r} ${-r}`,
  "line-ew-open": (r) => `M${-r} 0H${r}`,
};

export default function ({ data, parentElement }) {
  const drawn = data.kind === "map" ? map(data, parentElement.querySelector(".atlas-land")) : bars(data);
  const foot = element("p", "atlas-sketch-foot", data.foot.join(" · "));
  const figure = element("div", "atlas-sketch");
  figure.setAttribute("role", "img");
  figure.setAttribute("aria-label", data.alt);
  figure.append(drawn, legend(data.legend), foot);
  const old = parentElement.querySelector(".atlas-sketch");
  if (old) old.replaceWith(figure);
  else parentElement.append(figure);
}

function map(data, before) {
  const [west, south, east, north] = data.extent;
  const top = height(north);
  const across = radians(east - west);
  const down = top - height(south);
  const frame = element("div", "atlas-map");
  frame.style.aspectRatio = `${across} / ${down}`;
  frame.style.maxWidth = `${Math.round((data.height * across) / down)}px`;
  frame.append(before?.dataset.address === data.borders ? before : land(data, west, top, across, down));
  before = frame.firstChild;
  before.style.fill = data.land;
  before.style.stroke = data.border;
  const marks = drawing("svg", { class: "atlas-marks" });
  for (const point of data.groups.flatMap(({ common, points }) => points.map((own) => ({ ...common, ...own })))) {
    const x = (100 * radians(point.lon - west)) / across;
    const y = (100 * (top - height(point.lat))) / down;
    const place = drawing("svg", { x: `${x}%`, y: `${y}%`, overflow: "visible" });
    place.append(mark(point));
    if (point.label) place.append(label(point, data));
    marks.append(place);
  }
  frame.append(marks, sizes(data.sizes));
  return frame;
}

// The borders come once, in a file that the browser keeps; what was drawn of them stays while choices change.
function land(data, west, top, across, down) {
  const svg = drawing("svg", { class: "atlas-land", viewBox: "0 0 1000 1000", preserveAspectRatio: "none" });
  svg.dataset.address = data.borders;
  const spot = ([lon, lat]) =>
    `${((1000 * radians(lon - west)) / across).toFixed(1)} ${((1000 * (top - height(lat))) / down).toFixed(1)}`;
  const ring = (points) => `M${points.map(spot).join("L")}Z`;
  // Without them the marks still stand where they should.
  fetch(data.borders).then((answer) => (answer.ok ? answer.json() : { features: [] })).then(({ features }) => {
    for (const { geometry } of features) {
      const parts = geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates;
      svg.append(drawing("path", { d: parts.map(ring).join("") }));
    }
  });
  return svg;
}

function mark({ symbol = "circle", size, fill, line = "none", width = 0, opacity = 1, title = "" }) {
  const radius = size / 2;
  const open = symbol.endsWith("-open");
  const look = { fill: open ? "none" : fill, stroke: line, "stroke-width": width, opacity };
  const drawn = SYMBOLS[symbol]
    ? drawing("path", { d: SYMBOLS[symbol](radius), ...look })
    : drawing("circle", { r: radius, ...look });
  if (title) drawn.append(drawing("title", {}, title));
  return drawn;
}

function label({ label, size, side }, { ink, paper }) {
  const beyond = size / 2 + BEYOND;
  const [up, aside] = side.split(" ");
  const place = {
    x: { right: beyond, left: -beyond }[aside] ?? 0,
    y: { top: -beyond, bottom: beyond + 9 }[up] ?? 4,
    "text-anchor": { right: "start", left: "end" }[aside] ?? "middle",
    fill: ink,
    stroke: paper,
  };
  return drawing("text", place, label);
}

function sizes(given) {
  const box = element("div", "atlas-sizes");
  for (const size of given) box.append(entry(size, size.words));
  return box;
}

function legend(entries) {
  const box = element("div", "atlas-legend");
  for (const each of entries) box.append(entry(each, each.name));
  return box;
}

function entry(form, words) {
  const item = element("span", "atlas-entry");
  if (form.form) item.append(element("i", `atlas-form atlas-${form.form}`));
  else {
    const room = form.size + 4;
    const picture = drawing("svg", { width: room, height: room, viewBox: `${-room / 2} ${-room / 2} ${room} ${room}` });
    picture.append(mark(form));
    item.append(picture);
  }
  item.append(words);
  return item;
}

function bars({ rows }) {
  const box = element("div", "atlas-bars");
  for (const { name, parts } of rows) {
    const row = element("div", "atlas-row");
    for (const { form, count, words, title } of parts) {
      const part = element("span", `atlas-${form}`);
      part.append(element("b", "", words));
      part.style.flexGrow = count;
      part.title = title;
      row.append(part);
    }
    box.append(element("span", "atlas-row-name", name), row);
  }
  return box;
}

const radians = (degrees) => (degrees * Math.PI) / 180;
const height = (latitude) => Math.log(Math.tan(Math.PI / 4 + radians(latitude) / 2));

function element(kind, name, words = "") {
  const made = document.createElement(kind);
  made.className = name;
  made.textContent = words;
  return made;
}

function drawing(kind, attributes, words = "") {
  const made = document.createElementNS(SVG, kind);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (words) made.textContent = words;
  return made;
}
