// What is looked at inside a page. Each function is sent to the browser as text and gives a list of complaints.

/** The names of all elements, in order, with their depth: what hostile text must not change. */
export const tree = () => {
  const walk = (element, depth) => [
    `${" ".repeat(depth)}${element.localName}`,
    ...[...element.children].flatMap((child) => walk(child, depth + 1)),
  ];
  return walk(document.documentElement, 0);
};

/** Elements that reach beyond the right edge of the page. */
export const beyond = () => {
  const width = document.documentElement.clientWidth;
  const complaints = [];
  if (document.documentElement.scrollWidth > width) complaints.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const scrolls = (element) => {
    for (let one = element; one; one = one.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(one).overflowX)) return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*:not(svg *)")) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 1 && !element.matches(".skip") && !scrolls(element)) {
      complaints.push(`<${element.localName} class="${element.className.baseVal ?? element.className}"> ends at ${Math.round(box.right)} of ${width}`);
    }
  }
  return complaints.slice(0, 5);
};

/** Elements whose content is cut off, and blocks that cannot stand on one page although they should. */
export const cut = (pageHeight) => {
  const complaints = [];
  for (const element of document.body.querySelectorAll("*:not(svg *)")) {
    const style = getComputedStyle(element);
    const name = `<${element.localName} class="${element.className.baseVal ?? element.className}">`;
    if (style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) complaints.push(`${name} is cut off`);
    // a table of fixed columns does not grow with what is in it
    if (element.localName === "td" && element.scrollWidth > element.clientWidth + 1 && !element.querySelector("svg")) complaints.push(`${name} is too narrow for “${element.textContent.trim().slice(0, 30)}”`);
    const high = element.getBoundingClientRect().height;
    // what is to be handed over stands on one page
    if (element.matches("figure, svg, .offer") && high > pageHeight) complaints.push(`${name} is ${Math.round(high)} high, a page ${pageHeight}`);
  }
  return complaints.slice(0, 5);
};
