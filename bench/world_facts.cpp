#include "world_facts.hpp"

#include <algorithm>

namespace bienban::bench {
namespace {

constexpr std::array<FigureKind, 10> k_figures = {{
    {"tuần tra song phương <được |>{n} {u}", {"lần", "lần", "đợt"}, "joint-patrol", true, 6, 60},
    {"{n} {u}", {"lượt cán bộ, chiến sĩ", "lượt cán bộ, chiến sỹ", "lượt CBCS"}, "joint-patrol", true, 90, 2400},
    {"trao đổi <được |>{n} {u}", {"nguồn tin", "nguồn tin", "tin"}, "information-exchange", true, 12, 190},
    {"<phối hợp |>bắt giữ <được |>{n} {u} mua bán, vận chuyển trái phép chất ma túy",
     {"vụ", "vụ", "vụ"},
     "drugs",
     true,
     3,
     40},
    {"tổ chức <được |>{n} {u}",
     {"buổi tuyên truyền", "buổi tuyên truyền", "đợt tuyên truyền"},
     "public-awareness",
     true,
     5,
     90},
    {"{v} <đã |>tiếp nhận {n} {u} của {l}",
     {"lưu học sinh", "lưu học sinh", "lưu học sinh"},
     "education",
     false,
     8,
     90},
    {"trao đổi {n} {u}", {"đoàn công tác", "đoàn công tác", "đoàn"}, "delegation-exchange", true, 4, 40},
    {"mở {n} {u}", {"lớp tập huấn", "lớp tập huấn", "lớp bồi dưỡng"}, "training", true, 2, 15},
    {"tổ chức {n} {u}", {"buổi giao lưu", "buổi giao lưu", "cuộc giao lưu"}, "culture-sport", true, 2, 24},
    {"phối hợp khám, chữa bệnh cho {n} {u}",
     {"lượt người dân", "lượt người dân", "lượt bệnh nhân"},
     "health",
     true,
     150,
     3600},
}};

constexpr std::array<GoodsKind, 16> k_goods = {{
    {"tấn gạo", "gạo", "tấn", 2, 40, 1, 1, 1900, Side::vietnamese},
    {"triệu đồng", "tiền", "VND", 20, 600, 10, 1'000'000, 1900, Side::vietnamese},
    {"khẩu trang y tế", "khẩu trang y tế", "", 2000, 40000, 500, 1, 2020, Side::vietnamese},
    {"bộ máy vi tính", "máy vi tính", "bộ", 3, 30, 1, 1, 2003, Side::vietnamese},
    {"tấn xi măng", "xi măng", "tấn", 10, 120, 5, 1, 1900, Side::vietnamese},
    {"suất quà", "suất quà", "", 20, 300, 10, 1, 1900, Side::vietnamese},
    {"xe máy", "xe máy", "", 2, 12, 1, 1, 1900, Side::vietnamese},
    {"bộ bàn ghế học sinh", "bàn ghế học sinh", "bộ", 30, 240, 10, 1, 1900, Side::vietnamese},
    {"chăn ấm", "chăn ấm", "", 50, 600, 10, 1, 1900, Side::vietnamese},
    {"tấm lợp", "tấm lợp", "", 200, 3000, 50, 1, 1900, Side::vietnamese},
    {"lít dầu diesel", "dầu diesel", "lít", 300, 5000, 100, 1, 1900, Side::vietnamese},
    {"bộ quần áo", "quần áo", "bộ", 60, 900, 10, 1, 1900, Side::vietnamese},
    {"triệu kíp", "tiền", "LAK", 10, 200, 5, 1'000'000, 1900, Side::lao},
    {"tấn gạo nếp", "gạo nếp", "tấn", 1, 9, 1, 1, 1900, Side::lao},
    {"con bò giống", "bò giống", "con", 4, 30, 1, 1, 1900, Side::lao},
    {"thùng nước uống", "nước uống", "thùng", 40, 500, 10, 1, 1900, Side::lao},
}};

constexpr std::array<ThemeWords, 15> k_themes = {{
    {"information-exchange", "<trao đổi thông tin|thông báo tình hình cho nhau|trao đổi thông tin kịp thời>", true,
     true},
    {"border-protection",
     "<quản lý, bảo vệ đường biên, mốc giới|bảo vệ chặt chẽ đường biên, cột mốc|giữ vững đường biên, mốc giới>", true,
     false},
    {"joint-patrol", "<tuần tra song phương|duy trì tuần tra song phương|tuần tra chung>", true, false},
    {"drugs", "<đấu tranh với tội phạm ma túy|ngăn chặn tội phạm ma túy>", true, false},
    {"crime-prevention", "<phòng, chống các loại tội phạm|đấu tranh phòng, chống tội phạm>", true, true},
    {"irregular-migration", "<ngăn chặn xuất, nhập cảnh trái phép|xử lý các trường hợp vượt biên trái phép>", true,
     false},
    {"smuggling", "<chống buôn lậu, gian lận thương mại|ngăn chặn buôn lậu qua biên giới>", true, true},
    {"public-awareness", "<tuyên truyền, vận động nhân dân|tuyên truyền cho nhân dân hai bên biên giới>", true, true},
    {"friendship", "<vun đắp quan hệ hữu nghị, đoàn kết đặc biệt|giữ gìn tình hữu nghị đặc biệt>", true, true},
    {"culture-sport", "<giao lưu văn hóa, văn nghệ, thể thao|giao lưu văn nghệ, thể thao>", true, true},
    {"delegation-exchange", "<trao đổi đoàn các cấp|trao đổi các đoàn công tác>", false, true},
    {"trade-investment", "<thúc đẩy thương mại, đầu tư|mở rộng thương mại và đầu tư>", false, false},
    {"agriculture", "<phát triển nông, lâm nghiệp|hợp tác phát triển nông nghiệp>", false, false},
    {"training", "<đào tạo cán bộ|đào tạo, tập huấn cán bộ>", false, true},
    {"experience-sharing", "<trao đổi kinh nghiệm công tác|chia sẻ kinh nghiệm>", true, true},
}};

constexpr std::array<ThemeWords, 3> k_lonely = {{
    {"tourism", "<phát triển du lịch|hợp tác phát triển du lịch>", false, true},
    {"disaster-response", "<phòng, chống thiên tai|ứng phó thiên tai, cứu hộ, cứu nạn>", true, true},
    {"remains-repatriation", "<tìm kiếm, quy tập hài cốt liệt sĩ|quy tập hài cốt liệt sĩ>", true, true},
}};

bool is_armed(Bodies bodies) {
	return bodies == Bodies::border_guard || bodies == Bodies::military || bodies == Bodies::police ||
	       bodies == Bodies::post;
}

/// Which figures a relation counts, in the order in which papers give them.
std::vector<std::size_t> counted_by(Bodies bodies) {
	switch (bodies) {
		case Bodies::police: return {2, 3, 4, 6, 7};
		case Bodies::military: return {0, 1, 2, 6, 7};
		case Bodies::border_guard:
		case Bodies::post: return {0, 1, 2, 3, 4};
		case Bodies::province: return {6, 7, 8, 9, 5};
		case Bodies::district: return {6, 8, 4, 9};
		default: return {6, 7, 8};
	}
}

std::vector<std::size_t> some_themes(Random& random, Bodies bodies) {
	std::vector<std::size_t> all;
	for (std::size_t i = 0; i < k_themes.size(); ++i) {
		if (k_themes[i].any || k_themes[i].armed == is_armed(bodies)) all.push_back(i);
	}
	for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random.below(i)]);
	all.resize(5);
	return all;
}

/// A gift that nobody has given in this year yet, so that no two of a year are alike.
std::optional<Gift> some_gift(Random& random, const Year& year, bool from_host, Side host) {
	for (int attempt = 0; attempt < 12; ++attempt) {
		const std::size_t kind = random.below(k_goods.size());
		const GoodsKind& goods = k_goods[kind];
		if (goods.since > year.year || ((goods.giver == host) != from_host)) continue;
		const bool given = std::any_of(year.events.begin(), year.events.end(),
		                               [&](const Event& event) { return event.gift && event.gift->kind == kind; });
		if (given) continue;
		const int steps = (goods.high - goods.low) / goods.step;
		return Gift{kind, goods.low + goods.step * random.between(0, steps)};
	}
	return std::nullopt;
}

/// A value near the true one that no rounding leads to.
int near(Random& random, int value, int step) {
	const int by = std::max(1, value / step / random.between(4, 9)) * step;
	return random.chance(50) || value - by <= step ? value + by : value - by;
}

Contradiction contradiction_of(Random& random, const Event& event, const Year& year) {
	std::vector<std::string_view> fields = {"date"};
	if (event.kind == EventKind::talks) {
		fields.emplace_back("place");
		if (year.ordinal > 0) fields.emplace_back("ordinal");
		if (year.signs) fields.emplace_back("term");
		if (!year.figures.empty()) fields.emplace_back("figure");
	}
	if (event.gift) fields.emplace_back("gift");
	Contradiction c;
	c.field = random.one_of(fields);
	c.report = 1 + random.below(static_cast<std::size_t>(event.reports - 1));
	const int days = random.between(1, 3);
	if (c.field == "date") c.day = later(event.day, random.chance(50) ? days : -days);
	if (c.field == "ordinal") c.value = year.ordinal + (random.chance(50) && year.ordinal > 2 ? -1 : 1);
	if (c.field == "term") c.value = year.term_to + (year.term_to > year.term_from && random.chance(50) ? -1 : 1);
	if (c.field == "figure") {
		c.which = random.below(year.figures.size());
		c.value = near(random, year.figures[c.which].value, 1);
	}
	if (c.field == "gift") c.value = near(random, event.gift->value, k_goods[event.gift->kind].step);
	return c;
}

struct Planner {
	const World& world;
	const Relation& relation;
	Year& year;
	Random& random;
	int left;                    ///< documents that are still to be planned
	std::array<bool, 14> taken;  ///< months in which something of the kind happens: one of a kind in a month

	int reports(int most) {
		const int count = std::min(left, random.between(2, most));
		left -= count;
		return count;
	}

	void add(EventKind kind, int month, int most) {
		Event event{};
		event.kind = kind;
		event.number = year.events.size();
		event.day = {year.year, month, random.between(4, 25)};
		event.host = random.chance(50) ? Side::vietnamese : Side::lao;
		event.deputies = random.chance(40);
		event.reports = reports(most);
		switch (kind) {
			case EventKind::talks:
				event.host =
				    (static_cast<std::size_t>(year.year) + relation.number) % 2 == 0 ? Side::vietnamese : Side::lao;
				event.deputies = false;
				if (random.chance(60)) event.gift = some_gift(random, year, random.chance(50), event.host);
				break;
			case EventKind::visit:
				if (random.chance(80)) event.gift = some_gift(random, year, false, event.host);
				break;
			case EventKind::aid: event.gift = some_gift(random, year, false, event.host); break;
			case EventKind::patrol:
				event.markers = random.between(2, 6);
				event.marker =
				    relation.pair->first_marker + random.between(0, 8) + static_cast<int>(year.events.size()) * 9;
				break;
			case EventKind::twinning: break;
		}
		if (kind == EventKind::aid && !event.gift) {
			left += event.reports;
			return;
		}
		if (event.reports > 1 && random.chance(7)) event.contradiction = contradiction_of(random, event, year);
		year.events.push_back(event);
	}

	/// A month in which nothing has happened yet, or 0.
	int free_month() {
		for (int attempt = 0; attempt < 8; ++attempt) {
			const int month = random.between(2, 10);
			if (!taken[static_cast<std::size_t>(month)]) {
				taken[static_cast<std::size_t>(month)] = true;
				return month;
			}
		}
		return 0;
	}

	void plan() {
		if (year.silent) {
			Event talks{};
			talks.kind = EventKind::talks;
			talks.day = {year.year, 11, 15};
			talks.host = Side::vietnamese;
			year.events.push_back(talks);
		} else {
			add(EventKind::talks, 11, 7);
		}
		if (left > 1) year.reviews = reports(4);
		// Some years see two villages twinned; each relation has few villages, and each is twinned once.
		const int age = year.year - world.from;
		if (left > 1 && age % 8 == static_cast<int>(relation.number % 8) && age / 8 < static_cast<int>(k_villages)) {
			if (const int month = free_month()) {
				add(EventKind::twinning, month, 4);
				year.events.back().village = static_cast<std::size_t>(age / 8);
			}
		}
		std::vector<EventKind> kinds = {EventKind::visit, EventKind::aid, EventKind::aid};
		if (is_armed(relation.bodies) && relation.bodies != Bodies::police) {
			kinds = {EventKind::patrol, EventKind::visit, EventKind::aid};
		}
		for (std::size_t i = 0; left > 0 && i < 40; ++i) {
			const int month = free_month();
			if (month == 0) break;
			add(kinds[i % kinds.size()], month, 5);
		}
		// What no event takes up is one more look back on the year.
		year.reviews += left;
	}
};

}  // namespace

std::span<const FigureKind> figure_kinds() { return k_figures; }
std::span<const GoodsKind> goods_kinds() { return k_goods; }
std::span<const ThemeWords> theme_words() { return k_themes; }
std::span<const ThemeWords> lonely_themes() { return k_lonely; }

namespace {

/// Days since 1 March of the year 0, by which calendars are easy to count.
long serial(Day day) {
	const int m = (day.month + 9) % 12;
	const long y = day.year - (m >= 10 ? 1 : 0);
	return y * 365 + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day.day - 1;
}

/// Draws for what is planted: streams of their own, so that the rest of a world stays as it is.
enum class Plant : std::uint8_t { silence = 1, last_paper, promise, total };
Random plants(const World& world, const Relation& relation, int year, Plant plant) {
	return Random(world.seed, relation.number, year, 8191, static_cast<int>(plant));
}

/// The last year in which the bodies sign anything, for some of them.
int last_signing(const World& world, const Relation& relation) {
	Random random = plants(world, relation, 0, Plant::last_paper);
	const int end = world.from + world.years;
	if (world.years < 10 || !random.chance(35)) return end;
	return random.between(world.from + world.years / 3, end - 5);
}

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

}  // namespace

Day later(Day day, int days) {
	constexpr std::array<int, 12> k_lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	const auto length = [&] {
		return k_lengths[static_cast<std::size_t>(day.month - 1)] + (day.month == 2 && leap(day.year) ? 1 : 0);
	};
	day.day += days;
	while (day.day > length()) {
		day.day -= length();
		if (++day.month > 12) {
			day.month = 1;
			++day.year;
		}
	}
	while (day.day < 1) {
		if (--day.month < 1) {
			day.month = 12;
			--day.year;
		}
		day.day += length();
	}
	return day;
}

int weekday(Day day) {
	// 1 March of the year 0 was a Wednesday.
	return static_cast<int>((serial(day) + 2) % 7);
}

std::string edtf(Day day) {
	const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
	return std::to_string(day.year) + '-' + two(day.month) + '-' + two(day.day);
}

World world_of(std::uint64_t seed, std::size_t documents, std::size_t pairs, int from, int years) {
	constexpr std::size_t k_a_year = 24;  // documents of a relation: about a dozen facts, each told five to ten times
	World world{seed, documents, pairs, from, years, 0};
	const std::size_t whole = k_a_year * static_cast<std::size_t>(years);
	world.relations = std::max<std::size_t>(1, (documents + whole - 1) / whole);
	return world;
}

std::size_t World::documents_of(std::size_t relation, int year) const {
	if (year < from || year >= from + years) return 0;
	const std::size_t all = relations * static_cast<std::size_t>(years);
	const std::size_t at = relation * static_cast<std::size_t>(years) + static_cast<std::size_t>(year - from);
	return documents * (at + 1) / all - documents * at / all;
}

Year year_of(const World& world, const Relation& relation, int year) {
	Year out;
	out.year = year;
	const auto documents = static_cast<int>(world.documents_of(relation.number, year));
	if (documents == 0) return out;
	Random random(world.seed, relation.number, year);
	Random lasting(world.seed, relation.number);  // what does not change from year to year
	const int founded = world.from - lasting.between(0, 12);
	const bool counts = lasting.chance(60);
	constexpr std::array<int, 4> k_terms = {1, 1, 3, 5};
	const int term = lasting.one_of(k_terms);
	const int tenure = lasting.between(3, 6);
	const int age = year - world.from;
	out.leaders = (age + lasting.between(0, tenure - 1)) / tenure;
	if (counts) out.ordinal = year - founded + 1;
	const int last = last_signing(world, relation);
	out.silent = age > 0 && age + 1 < world.years && plants(world, relation, year, Plant::silence).chance(5);
	out.signs = age % term == 0 && year <= last;
	out.last_paper = out.signs && !out.silent && year + term > last && last < world.from + world.years;
	out.term_from = year + 1;
	out.term_to = year + term;
	if (out.signs && term > 1 && age >= term) out.term_since = year - term + 1;
	out.done = some_themes(random, relation.bodies);
	out.promised = some_themes(random, relation.bodies);
	for (const std::size_t kind : counted_by(relation.bodies)) {
		// Men are counted by the patrols they walk.
		if (kind == 1 && (out.figures.empty() || out.figures.back().kind != 0)) continue;
		if (random.chance(85)) out.figures.push_back({kind, random.between(k_figures[kind].low, k_figures[kind].high)});
	}
	if (Random promise = plants(world, relation, year, Plant::promise); promise.chance(8)) {
		out.lonely = promise.below(k_lonely.size());
	}
	Planner{world, relation, out, random, documents, {}}.plan();
	return out;
}

void add_totals(const World& world, const Relation& relation, Year& year) {
	year.totals.clear();
	year.false_total.reset();
	if (year.term_since == 0) return;
	year.totals = year.figures;
	for (int y = year.term_since; y < year.year; ++y) {
		const Year other = year_of(world, relation, y);
		// What one of the years did not count has no total.
		std::vector<Figure> both;
		for (const Figure& total : year.totals) {
			for (const Figure& figure : other.figures) {
				if (figure.kind == total.kind) both.push_back({total.kind, total.value + figure.value});
			}
		}
		year.totals = std::move(both);
	}
	Random random = plants(world, relation, year.year, Plant::total);
	if (year.totals.empty() || !random.chance(40)) return;
	Figure& total = year.totals.front();
	year.false_total = 0;
	year.true_total = total.value;
	total.value = near(random, total.value, 1);
}

}  // namespace bienban::bench
