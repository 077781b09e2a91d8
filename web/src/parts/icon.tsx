// Small drawings beside words; never alone without a label for who does not see them.
const paths = {
	glance: "M3 12.5 12 4l9 8.5M5.5 10.5V20h13v-9.5M10 20v-6h4v6",
	documents: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
	look: "M4 6h10M4 12h7M4 18h6M15 16l2.5 2.5L21 13",
	facts: "M4 5h16v14H4zM4 10h16M10 10v9",
	pairs: "M7 12a3.5 3.5 0 1 0-.01 0M17 19a3.5 3.5 0 1 0-.01 0M9 11.5l5 3",
	people: "M12 11a4 4 0 1 0-.01 0M5 20c.6-3.6 3.4-5.5 7-5.5s6.400 1.900 7 5.500",
	parties: "M4 20h16M6 20V10M10 20V10M14 20V10M18 20V10M3.500 10 12 4l8.500 6z",
	review: "M5 4h14v16H5zM8.500 8.500h7M8.500 12h7M8.500 15.500h4",
	history: "M4.500 12a7.500 7.500 0 1 0 2.500-5.600M4.500 4.500v3.500H8M12 8v4.500l3 2",
	search: "M10.500 17a6.500 6.500 0 1 0-.01 0M15.500 15.500 20.500 20.500",
	account: "M12 11a4 4 0 1 0-.01 0M5 20c.6-3.6 3.4-5.5 7-5.5s6.400 1.900 7 5.500",
	accounts: "M9 11a3.500 3.500 0 1 0-.01 0M3 19c.500-3 3-4.500 6-4.500s5.500 1.500 6 4.500M15.500 4.500a3.300 3.300 0 0 1 0 6.300M17.500 14.700c2 .600 3.200 2.200 3.500 4.300",
	menu: "M4 7h16M4 12h16M4 17h16",
	close: "M6 6l12 12M18 6 6 18",
	check: "M5 12.500 10 17.500 19 7",
	cross: "M7 7l10 10M17 7 7 17",
	edit: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
	add: "M12 5v14M5 12h14",
	next: "M9 5l7 7-7 7",
	previous: "M15 5l-7 7 7 7",
	down: "M6 9l6 6 6-6",
	download: "M12 4v11M7 11l5 5 5-5M5 20h14",
	upload: "M12 16V5M7 9l5-5 5 5M5 20h14",
	undo: "M8 5 4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-4",
	warning: "M12 4 2.500 20h19zM12 10v5M12 17.300v.200",
	empty: "M5 5h14v14H5zM8 8l8 8",
	file: "M7 3h7l4 4v14H7zM14 3v4h4",
	quote: "M6 7h5v6l-3 4M14 7h5v6l-3 4",
	link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
	help: "M12 21a9 9 0 1 0-.01 0M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .800-1 1.700M12 16.800v.200",
	filter: "M4 6h16M7 12h10M10 18h4",
	signout: "M14 4h5v16h-5M4 12h10M10 8l4 4-4 4",
	arrow: "M4 12h15M13 6l6 6-6 6",
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => (
	<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
		<path d={paths[name]} />
	</svg>
);
