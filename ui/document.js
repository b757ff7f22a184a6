// What the pages need of a browser and Streamlit has no setting for: the language of the document, which a rerun
// changes without a new document, and a picture of a chart in dots beside plotly's own in lines.

const SVG = "http://www.w3.org/2000/svg";
const SHARPNESS = 2;
// On a phone the pages behind "More" stand in a list within the list, which neither readers of the screen nor the
// standard can follow: there it is no list, but links, as they are.
const MENU = "[data-testid=stSidebarNavItems], [data-testid=stSidebarNavItems] li";
// The first line of a list of several choices takes all of them, or all that are found.
const EVERY = "[role=option][data-key^=__select_] > div";
// Parts that Streamlit names in English alone, by the word of ours; found by where they stand, so that their names
// follow a reader who changes the language.
const NAMED = {
  "choose-file": "[data-testid=stFileUploaderDropzone] > span button",
  "clear-all": ".stMultiSelect [role=group] > button:not([aria-haspopup])",
  "pages": "[data-testid=stPagination] > [role=navigation]",
  "previous-page": "[data-testid=stPaginationPrev]",
  "next-page": "[data-testid=stPaginationNext]",
};
const PAGE = "[data-testid^=stPaginationPage]";

export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.language;
  // Words that Streamlit has in English alone: the style puts some in their place, `amend` the others.
  for (const [name, words] of Object.entries(data.words)) {
    document.documentElement.style.setProperty(`--atlas-${name}`, JSON.stringify(words));
  }
  const amend = () => {
    document.querySelectorAll(MENU).forEach((part) => part.setAttribute("role", "none"));
    for (const [word, parts] of Object.entries(NAMED)) {
      document.querySelectorAll(parts).forEach((part) => part.setAttribute("aria-label", data.words[word]));
    }
    document.querySelectorAll(PAGE).forEach((part) => {
      part.setAttribute("aria-label", `${data.words.page} ${part.textContent}`);
    });
    document.querySelectorAll(EVERY).forEach(({ firstChild: words }) => {
      const found = /^Select (?:(\d+) matches|all)$/.exec(words?.nodeValue ?? "");
      if (found) words.nodeValue = found[1] ? `${data.words["select-found"]} (${found[1]})` : data.words["select-all"];
    });
  };
  const offer = () => document.querySelectorAll(".js-plotly-plot .modebar").forEach((bar) => {
    const group = bar.querySelector(".modebar-group");
    if (group && !bar.querySelector(".atlas-png")) group.append(button(bar.closest(".js-plotly-plot"), data.png));
  });
  const complete = () => [amend, offer].forEach((part) => part());
  complete();
  // Once a frame, however often the page changes in it.
  let asked = 0;
  const soon = () => { asked ||= requestAnimationFrame(() => { asked = 0; complete(); }); };
  const observer = new MutationObserver(soon);
  observer.observe(document.body, { childList: true, subtree: true });
  const ended = watch((paper) => setTriggerValue("paper", paper));
  return () => { observer.disconnect(); ended(); cancelAnimationFrame(asked); };
}

// Tells when the reader chooses another paper, light or dark.
function watch(tell) {
  const app = document.querySelector(".stApp");
  const now = () => getComputedStyle(app).colorScheme;
  let last = now();
  const observer = new MutationObserver(() => {
    const paper = now();
    if (paper !== last) tell(paper);
    last = paper;
  });
  observer.observe(app, { attributes: true, attributeFilter: ["class", "style"] });
  return () => observer.disconnect();
}

function button(plot, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "modebar-btn atlas-png";
  made.textContent = "PNG";
  made.dataset.title = words;
  made.setAttribute("aria-label", words);
  made.addEventListener("click", () => save(plot));
  return made;
}

async function save(plot) {
  const { width, height } = plot.getBoundingClientRect();
  const picture = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    picture.setAttribute(name, value);
  }
  const style = document.createElementNS(SVG, "style");
  style.textContent = await fonts();
  picture.append(style, ...[...plot.querySelectorAll("svg.main-svg")].map((layer) => layer.cloneNode(true)));
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SHARPNESS, height * SHARPNESS];
  const brush = canvas.getContext("2d");
  brush.fillStyle = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((dots) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(dots);
    // The name that plotly gives its own picture in lines.
    link.download = `${plot._context.toImageButtonOptions.filename}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

// An image of its own knows no font of the page: those of its letters go into it.
async function fonts() {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule && /Source Sans/.test(rule.style.fontFamily));
  const written = await Promise.all(faces.map(async (rule) => {
    const address = /url\("?([^")]+)"?\)/.exec(rule.cssText)?.[1];
    const bytes = await (await fetch(new URL(address, rule.parentStyleSheet.href ?? document.baseURI))).blob();
    const inline = await new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsDataURL(bytes);
    });
    return rule.cssText.replace(/url\("?[^")]+"?\)/, `url("${inline}")`);
  }));
  return written.join("\n");
}
