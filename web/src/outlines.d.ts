// Made at build by outlines.mjs out of world-atlas.
declare module "outlines" {
	import type { FeatureCollection } from "geojson";
	const outlines: FeatureCollection;
	export default outlines;
}
