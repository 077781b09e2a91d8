// All drawings of the page.
export { contactsByYear, factsByYear } from "./years";
export { borderMap } from "./map";
export { figures, supportBars, terms, timeline } from "./pair";
export { paperColumns, paperTimeline } from "./paper";
