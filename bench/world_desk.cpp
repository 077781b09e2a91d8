#include "world_desk.hpp"

#include <algorithm>

#include "world_words.hpp"

namespace bienban::bench {
namespace {

constexpr std::size_t k_size = 2900;  ///< bytes that a document has at least

constexpr int k_no_line = 6;
/// Spelling of a Vietnamese and of a Lao province, long names, Lao persons, "(Lào)"; dates; line; mark.
constexpr std::array<Outlet, 14> k_outlets = {{
    {{0, 0, false, 0, true}, 0, 0, ""},
    {{0, 0, true, 1, true}, 1, 1, ""},
    {{0, 1, false, 3, true}, 2, 2, ""},
    {{1, 2, true, 0, true}, 3, 3, "(TBB) - "},
    {{0, 3, false, 2, false}, 0, 4, ""},
    {{0, 1, true, 3, true}, 1, 5, ""},
    {{0, 0, false, 1, true}, 4, 0, "BPO - "},
    {{1, 4, true, 3, false}, 0, 1, ""},
    {{0, 5, false, 2, true}, 3, 2, ""},
    {{0, 0, true, 0, true}, 2, 4, ""},
    {{0, 2, false, 1, true}, 0, k_no_line, ""},
    {{0, 0, false, 3, false}, 1, 3, ""},
    {{0, 1, true, 2, true}, 0, k_no_line, ""},
    {{0, 0, false, 0, true}, 0, 5, "(ĐN) - "},
}};

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string dateline(Day day, int style, Random& random) {
	constexpr std::array<std::string_view, 7> k_days = {"Thứ hai", "Thứ ba",  "Thứ tư",  "Thứ năm",
	                                                    "Thứ sáu", "Thứ bảy", "Chủ nhật"};
	std::string date = two(day.day) + '/' + two(day.month) + '/' + std::to_string(day.year);
	const std::string time = two(random.between(6, 21)) + ':' + two(random.between(0, 59));
	switch (style) {
		case 0: return date + ' ' + time;
		case 1: return std::string(k_days[static_cast<std::size_t>(weekday(day))]) + ", " + date + " - " + time;
		case 2: return "Cập nhật: " + date;
		case 3: return date + ' ' + time + " GMT+7";
		case 4: return std::string(k_days[static_cast<std::size_t>(weekday(day))]) + ", ngày " + date + " | " + time;
		default: return date;
	}
}

std::string json_day(std::string_view date) { return quoted(date); }

std::string party_list(std::string_view a, std::string_view b) { return '[' + quoted(a) + ", " + quoted(b) + ']'; }

}  // namespace

void Desk::enter(const Relation& relation, const Year& year) {
	m_relation = relation;
	m_year = year;
	add_totals(m_world, m_relation, m_year);
}

std::string Desk::fact(const Year& year, const Event& event, char key) const {
	return "r" + std::to_string(m_relation.number) + "y" + std::to_string(year.year) + "e" +
	       std::to_string(event.number) + key;
}

std::string Desk::figure_fact(const Year& year, std::size_t which) const {
	return "r" + std::to_string(m_relation.number) + "y" + std::to_string(year.year) + "f" +
	       std::to_string(year.figures[which].kind);
}

std::string Desk::total_fact(const Year& year, std::size_t which) const {
	return "r" + std::to_string(m_relation.number) + "y" + std::to_string(year.year) + "t" +
	       std::to_string(year.totals[which].kind);
}

std::string Desk::quoted_party(Side side) const { return quoted(side == Side::lao ? m_lao.party : m_vietnamese.party); }

std::string Desk::parties() const { return "\"parties\": " + party_list(m_vietnamese.party, m_lao.party); }

void Desk::begin(Day published, int attempt, std::uint64_t number) {
	m_random = Random(m_world.seed, m_relation.number, m_year.year, number, attempt);
	m_page.clear();
	m_published = published;
	m_whole = true;
	m_dated = true;
	m_outlet = m_random.one_of(k_outlets);
	m_states_day = m_outlet.line_style != k_no_line;
	m_vietnamese = vietnamese_body(m_relation, m_outlet.spelling);
	m_lao = lao_body(m_relation, m_outlet.spelling);
	const auto& pair = *m_relation.pair;
	m_page.set('V', m_vietnamese.full);
	m_page.set('v', m_vietnamese.brief);
	m_page.set('L', m_lao.full);
	m_page.set('l', m_lao.brief);
	m_page.set('A',
	           std::string(pair.vietnamese.names[m_outlet.spelling.vietnamese_name % pair.vietnamese.names.size()]));
	m_page.set('a', std::string(pair.lao.names[m_outlet.spelling.lao_name % pair.lao.names.size()]));
	m_page.set('B', m_random.chance(60)                     ? "hai bên"
	                : m_relation.bodies == Bodies::province ? "hai tỉnh"
	                : m_relation.bodies == Bodies::district ? "hai huyện"
	                                                        : "hai đơn vị");
}

void Desk::headline(std::string_view pattern) {
	m_page.write(pattern);
	m_page.paragraph();
	if (m_states_day) {
		m_page.write(dateline(m_published, m_outlet.line_style, m_random));
		m_page.paragraph();
	}
	m_page.write(m_outlet.mark);
}

void Desk::end() {
	domestic(k_size);
	m_page.write(m_random.one_of(words::k_bylines));
}

Written Desk::written() const {
	return {m_states_day ? edtf(m_published) : std::string(), m_page.told(), m_page.mentions()};
}

void Desk::tell(char key, const Year& year, const Event& event, std::string_view wrong) {
	Told told{fact(year, event, key), "meeting", wrong, ""};
	switch (key) {
		case 'm':
			told.always =
			    event.kind == EventKind::talks ? "\"kind\": \"talks\", " + parties() : "\"kind\": \"ceremony\"";
			break;
		case 'g':
			told.type = "agreement";
			told.always = "\"instrument\": \"memorandum\", \"signed\": " + m_page.slot('d').json + ", " + parties();
			break;
		case 'v':
			told.type = "visit";
			told.always = "\"from\": " + quoted_party(event.host == Side::lao ? Side::vietnamese : Side::lao) +
			              ", \"to\": " + quoted_party(event.host);
			break;
		case 'p':
			told.type = "activity";
			told.always = "\"kind\": \"patrol\", " + parties();
			break;
		case 't': told.type = "twinning"; break;
		case 'a':
		case 'c':
			told.type = key == 'a' ? "achievement" : "commitment";
			told.always = parties();
			break;
		default: break;
	}
	m_page.tell(key, std::move(told));
}

void Desk::set_people(const Year& year, const Event& event) {
	const auto person = [&](Side side) {
		const auto number = static_cast<std::size_t>(year.leaders) + (event.deputies ? 1 : 0);
		const Officer one = officer(m_relation, side, number, m_outlet.spelling);
		const std::string& of = side == Side::lao ? m_lao.of_post : m_vietnamese.of_post;
		return std::string(one.rank) + ' ' + one.name + ", " +
		       std::string(post_of(m_relation.bodies, side, event.deputies)) + ' ' + of;
	};
	m_page.set('C', person(Side::vietnamese));
	m_page.set('c', person(Side::lao));
}

void Desk::set_day(Day day, Dated dated) {
	const std::string year = std::to_string(day.year);
	std::string words;
	std::string value = edtf(day);
	if (dated == Dated::day && !m_states_day) dated = Dated::day_with_year;
	switch (dated) {
		case Dated::day:
		case Dated::day_with_year: {
			const bool with_year = dated == Dated::day_with_year;
			const std::string d = std::to_string(day.day);
			const std::string m = std::to_string(day.month);
			switch (m_outlet.date_style) {
				case 1: words = "ngày " + d + '-' + m + (with_year ? '-' + year : ""); break;
				case 2:
					words = with_year ? "ngày " + d + '/' + m + '/' + year
					                  : (m_random.chance(50) ? "sáng " : "chiều ") + d + '/' + m;
					break;
				case 3: words = "ngày " + two(day.day) + '/' + m + (with_year ? '/' + year : ""); break;
				case 4:
					words = with_year && m_states_day ? "ngày " + d + '/' + m + '/' + year
					                                  : "ngày " + d + " tháng " + m + (with_year ? " năm " + year : "");
					break;
				default: words = "ngày " + d + '/' + m + (with_year ? '/' + year : "");
			}
			break;
		}
		case Dated::month:
			words = "tháng " + std::to_string(day.month) + '/' + year;
			value = value.substr(0, 7);
			break;
		case Dated::year:
			words = "năm " + year;
			value = year;
			break;
		case Dated::vaguely:
			words = "mới đây";
			m_dated = false;
			value.clear();
			break;
	}
	m_page.set('d', std::move(words), "date", value.empty() ? "null" : json_day(value));
}

void Desk::set_place(Side host, bool told) {
	m_page.set('P', "");
	m_page.set('Q', "");
	if (!told) return;
	const auto& pair = *m_relation.pair;
	const Province& province = host == Side::lao ? pair.lao : pair.vietnamese;
	const std::string name = "tỉnh " + m_page.slot(host == Side::lao ? 'a' : 'A').text;
	std::string place = "tại ";
	if (province.seat.empty() || m_random.chance(30)) {
		place += name;
	} else if (!province.seat.ends_with(province.names[0]) &&
	           (host == Side::lao || province.seat.find(province.names[0]) != std::string_view::npos ||
	            m_random.chance(40))) {
		place += std::string(province.seat) + ", " + name;
	} else {
		place += province.seat;
	}
	// "tại thành phố A, huyện B và …" would put the district into the town.
	const bool in_front = m_relation.bodies != Bodies::province && m_relation.bodies < Bodies::district;
	if (in_front) m_page.set('P', place + ", ", "place", quoted(province.code));
	m_page.set('Q', ' ' + place, "place", quoted(province.code));
}

void Desk::set_term(int first, int last) {
	const std::string from = std::to_string(first);
	if (first == last) {
		m_page.set('T', "năm " + from, "term", quoted(from));
	} else {
		const std::string end = std::to_string(last);
		m_page.set('T', "giai đoạn " + from + (m_random.chance(60) ? " - " : "-") + end, "term",
		           quoted(from + '/' + end));
	}
}

void Desk::set_gift(const Year& year, const Event& event, int value, bool wrong, std::string_view also_wrong) {
	const GoodsKind& goods = goods_kinds()[event.gift->kind];
	const long long amount = value * goods.factor;
	const bool lao = goods.giver == Side::lao;
	m_page.set('G', grouped(value) + ' ' + std::string(goods.words), "value", std::to_string(amount));
	m_page.set('X', lao ? m_lao.brief : m_vietnamese.brief);
	m_page.set('x', lao ? m_vietnamese.brief : m_lao.brief);
	m_page.set('F', lao ? m_vietnamese.brief : "phía bạn");
	m_page.set('Z', lao ? m_lao.brief + ' ' : "");
	m_page.set('N', lao ? m_lao.full : m_vietnamese.full);
	m_page.set('n', lao ? m_vietnamese.full : m_lao.full);
	Told told{fact(year, event, 's'), "support", wrong ? "value" : also_wrong, ""};
	told.always = "\"item\": " + quoted(goods.item) +
	              ", \"unit\": " + (goods.unit.empty() ? "null" : quoted(goods.unit)) + ", \"giver\": [" +
	              quoted_party(goods.giver) + "], \"receiver\": [" + quoted_party(lao ? Side::vietnamese : Side::lao) +
	              "], \"period\": " + m_page.slot('d').json;
	m_page.tell('s', std::move(told));
}

void Desk::set_visit(const Event& event) {
	const bool to_lao = event.host == Side::lao;
	m_page.set('H', to_lao ? m_lao.brief : m_vietnamese.brief);
	m_page.set('h', to_lao ? m_vietnamese.brief : m_lao.brief);
	m_page.set('K', to_lao ? m_lao.full : m_vietnamese.full);
	m_page.set('k', to_lao ? m_vietnamese.full : m_lao.full);
	m_page.set('E', m_page.slot(to_lao ? 'C' : 'c').text);
}

void Desk::themes(const std::vector<std::size_t>& all, std::string_view also) {
	std::vector<std::size_t> some = all;
	for (std::size_t i = some.size(); i > 1; --i) std::swap(some[i - 1], some[m_random.below(i)]);
	some.resize(static_cast<std::size_t>(m_random.between(2, 4)));
	for (std::size_t i = 0; i < some.size(); ++i) {
		if (i > 0) m_page.write("; ");
		m_page.write(theme_words()[some[i]].words);
	}
	if (!also.empty()) {
		m_page.write("; ");
		m_page.write(also);
	}
	m_page.write("].");
}

}  // namespace bienban::bench
