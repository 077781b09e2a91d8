#include "lexicon/builder.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <utility>

#include "model/names.hpp"
#include "model/period.hpp"
#include "naming/phonetic.hpp"

namespace bienban::lexicon {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
	std::vector<std::string_view> parts;
	for (std::size_t at = 0;;) {
		const auto next = text.find(separator, at);
		parts.push_back(text.substr(at, next - at));
		if (next == std::string_view::npos) return parts;
		at = next + 1;
	}
}

std::optional<double> number_in(std::string_view text) {
	double value = 0;
	const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
	if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
	return value;
}

/// A value of an enumeration by the place of its name in a list.
template <typename E, std::size_t N>
std::optional<E> pick(std::string_view name, const std::array<std::string_view, N>& names) {
	const auto at = std::find(names.begin(), names.end(), name);
	if (at == names.end()) return std::nullopt;
	return static_cast<E>(at - names.begin());
}

constexpr std::array<std::string_view, 4> k_countries = {"", "vn", "la", "other"};
constexpr std::array<std::string_view, 6> k_levels = {"central", "region", "province", "district", "local", "any"};
constexpr std::array<std::string_view, 4> k_namings = {"place", "own", "full", "none"};
constexpr std::array<std::string_view, 6> k_name_classes = {"surname", "foreign", "past", "field", "country", "stop"};
constexpr std::array<std::string_view, 2> k_succession_kinds = {"province", "body"};
constexpr std::array<std::string_view, 3> k_post_classes = {"post", "role", "prefix"};

}  // namespace

/// Fills a lexicon from tables. One function for each table; `Row` reports what is wrong with a line.
class Builder {
public:
	explicit Builder(std::vector<base::Error>& faults) : m_faults(faults) {}

	std::shared_ptr<const Lexicon> build(const std::vector<Table>& tables) {
		m_lexicon = std::make_shared<Lexicon>();
		m_lexicon->m_nodes.emplace_back();
		m_first.emplace_back();
		for (const auto& [name, columns, read] : k_tables()) {
			const auto at =
			    std::find_if(tables.begin(), tables.end(), [&file = name](const Table& t) { return t.file == file; });
			if (at == tables.end()) {
				m_faults.push_back({"lexicon-missing-table", {std::string(name)}, std::string(name), 0});
				continue;
			}
			read_table(*at, columns, read);
		}
		freeze();
		for (const auto& example : m_examples) prove(example);
		return m_lexicon;
	}

private:
	using Columns = std::vector<std::string_view>;
	struct Spec {
		std::string_view file;
		std::string_view columns;
		std::function<void(Builder&, const Columns&)> read;
	};
	/// An entry of a node, in a list: nearly all nodes have none or one.
	struct Listed {
		Entry entry;
		std::uint32_t next = 0;  ///< 1 + index in m_listed of the node's next entry
	};
	struct Example {
		std::string file;
		std::uint32_t line = 0;
		std::string text;
		EntryClass cls = EntryClass::cue;
		std::uint16_t index = 0;
	};

	static const std::vector<Spec>& k_tables() {
		static const std::vector<Spec> tables = {
		    {"countries.tsv", "code\tcountry\tnames\texample", [](Builder& b, const Columns& c) { b.country(c); }},
		    {"provinces.tsv", "code\tcountry\tborders\tname_vi\tname_en\tnames\tseats\tfrom\tto\tsuccessor\texample",
		     [](Builder& b, const Columns& c) { b.province(c); }},
		    {"coordinates.tsv", "code\tlat\tlon\tseat", [](Builder& b, const Columns& c) { b.point(c); }},
		    {"districts.tsv", "province\tnames\texample",
		     [](Builder& b, const Columns& c) { b.local(c, EntryClass::district); }},
		    {"gates.tsv", "province\tnames\texample",
		     [](Builder& b, const Columns& c) { b.local(c, EntryClass::gate); }},
		    {"bodies.tsv", "kind\tcountry\tlevel\tnaming\tname\tnames\texample",
		     [](Builder& b, const Columns& c) { b.body(c); }},
		    {"ranks.tsv", "names\texample", [](Builder& b, const Columns& c) { b.rank(c); }},
		    {"posts.tsv", "class\tcountry\tkind\tnames\texample", [](Builder& b, const Columns& c) { b.post(c); }},
		    {"addresses.tsv", "names\texample", [](Builder& b, const Columns& c) { b.address(c); }},
		    {"names.tsv", "class\tvalue\tnames\texample", [](Builder& b, const Columns& c) { b.name_word(c); }},
		    {"numbers.tsv", "class\tvalue\tnames\texample", [](Builder& b, const Columns& c) { b.number(c); }},
		    {"units.tsv", "theme\tclass\tnames\texample", [](Builder& b, const Columns& c) { b.unit(c); }},
		    {"themes.tsv", "themes\tnames\texample", [](Builder& b, const Columns& c) { b.theme(c); }},
		    {"instruments.tsv", "instrument\tparties\tnamed\tsigned\tnames\texample",
		     [](Builder& b, const Columns& c) { b.instrument(c); }},
		    {"cues.tsv", "cue\tnames\texample", [](Builder& b, const Columns& c) { b.cue(c); }},
		    {"anniversaries.tsv", "date\tnames\texample", [](Builder& b, const Columns& c) { b.anniversary(c); }},
		    {"successions.tsv", "what\tcountry\tformer\tpresent\tfrom\tpart\texample",
		     [](Builder& b, const Columns& c) { b.succession(c); }},
		};
		return tables;
	}

	void fault(std::string id, std::vector<std::string> values = {}) {
		m_faults.push_back({std::move(id), std::move(values), m_file, m_line});
	}

	void read_table(const Table& table, std::string_view header,
	                const std::function<void(Builder&, const Columns&)>& read) {
		m_file = table.file;
		m_line = 0;
		bool seen_header = false;
		const auto width = split(header, '\t').size();
		for (auto line : split(table.content, '\n')) {
			++m_line;
			if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
			if (line.empty() || line.front() == '#') continue;
			if (!seen_header) {
				seen_header = true;
				if (line != header) {
					fault("lexicon-header", {std::string(header)});
					return;
				}
				continue;
			}
			const auto columns = split(line, '\t');
			if (columns.size() != width) {
				fault("lexicon-columns", {std::to_string(width), std::to_string(columns.size())});
				continue;
			}
			if (columns.back().empty()) fault("lexicon-no-example");
			m_example = columns.back();
			read(*this, columns);
		}
	}

	// The rows.

	void country(const Columns& c) {
		Place place;
		place.code = c[0];
		const auto side = pick<Country>(c[1], k_countries);
		const bool other = side == Country::other;
		if (!side || place.code.size() < 2 || (place.code.size() > 2 && !(other && place.code[2] == '-')))
			return fault("lexicon-value", {std::string(c[1])});
		place.country = *side;
		const auto names = split(c[2], '|');
		place.name_vi = names[0];
		place.name_en = names[0];
		m_lexicon->add_place(place);
		add_all(c[2], EntryClass::country, index_of(m_lexicon->m_places), true);
	}

	void province(const Columns& c) {
		Place place;
		place.code = c[0];
		const auto side = pick<Country>(c[1], k_countries);
		if (!side || *side == Country::none || place.code.size() != 5)
			return fault("lexicon-value", {std::string(c[0])});
		place.country = *side;
		place.borders = c[2] == "y";
		place.name_vi = c[3];
		place.name_en = c[4];
		place.from = c[7];
		place.to = c[8];
		place.successor = c[9];
		m_lexicon->add_place(place);
		const auto index = index_of(m_lexicon->m_places);
		add_all(c[5], EntryClass::province, index, true);
		if (place.country == Country::la) add_sounds(m_lexicon->m_provinces_by_sound, c[5], index);
		if (!c[6].empty()) {
			m_example = {};
			m_lexicon->m_seats.push_back(index);
			add_all(c[6], EntryClass::seat, index_of(m_lexicon->m_seats), true);
		}
	}

	/// Nothing is found by it in a text: it is only proved to be one.
	void point(const Columns& c) {
		if (!m_lexicon->place_of(c[0])) return fault("lexicon-value", {std::string(c[0])});
		constexpr double k_poles = 90;
		constexpr double k_most_east = 180;
		for (const auto& [cell, most] : {std::pair{c[1], k_poles}, std::pair{c[2], k_most_east}}) {
			double degrees = 0;
			const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), degrees);
			const bool good = error == std::errc{} && stop == cell.data() + cell.size() && std::abs(degrees) <= most;
			if (!good) return fault("lexicon-value", {std::string(cell)});
		}
	}

	void local(const Columns& c, EntryClass cls) {
		const auto province = m_lexicon->place_of(c[0]);
		if (!province) return fault("lexicon-value", {std::string(c[0])});
		auto& table = cls == EntryClass::district ? m_lexicon->m_districts : m_lexicon->m_gates;
		table.push_back({std::string(split(c[1], '|')[0]), *province});
		add_all(c[1], cls, index_of(table), true);
		if (cls == EntryClass::district && m_lexicon->place(*province).country == Country::la) {
			add_sounds(m_lexicon->m_districts_by_sound, c[1], *province);
		}
	}

	void body(const Columns& c) {
		Body body;
		body.kind = c[0];
		const auto side = pick<Country>(c[1], k_countries);
		const auto level = pick<Level>(c[2], k_levels);
		const auto naming = pick<Naming>(c[3], k_namings);
		if (!side || !level || !naming)
			return fault("lexicon-value", {std::string(!side ? c[1] : !level ? c[2] : c[3])});
		body.country = *side;
		body.level = *level;
		body.naming = *naming;
		body.name = c[4];
		m_lexicon->m_bodies.push_back(body);
		add_all(c[5], EntryClass::body, index_of(m_lexicon->m_bodies), false);
	}

	void rank(const Columns& c) {
		m_lexicon->m_ranks.push_back({std::string(c[0])});
		add_all(c[0], EntryClass::rank, index_of(m_lexicon->m_ranks), false);
	}

	void post(const Columns& c) {
		const auto cls = pick<PostClass>(c[0], k_post_classes);
		const auto side = pick<Country>(c[1], k_countries);
		if (!cls || !side) return fault("lexicon-value", {std::string(!cls ? c[0] : c[1])});
		m_lexicon->m_posts.push_back({*cls, *side, std::string(c[2])});
		add_all(c[3], EntryClass::post, index_of(m_lexicon->m_posts), false);
	}

	void address(const Columns& c) { add_all(c[0], EntryClass::address, 0, false); }

	void name_word(const Columns& c) {
		const auto cls = pick<NameClass>(c[0], k_name_classes);
		if (!cls) return fault("lexicon-value", {std::string(c[0])});
		m_lexicon->m_name_words.push_back({*cls, std::string(c[1])});
		if (*cls == NameClass::past)
			m_lexicon->m_past_leader_sounds.push_back(naming::phonetic_key(split(c[2], '|')[0]));
		add_all(c[2], EntryClass::name_word, index_of(m_lexicon->m_name_words), *cls != NameClass::stop);
	}

	void number(const Columns& c) {
		if (c[0] == "currency") {
			m_lexicon->m_currencies.emplace_back(c[1]);
			return add_all(c[2], EntryClass::currency, index_of(m_lexicon->m_currencies), false);
		}
		if (c[0] == "approximate") {
			const auto about = model::value_of<model::About>(c[1]);
			if (!about) return fault("lexicon-value", {std::string(c[1])});
			m_lexicon->m_approximates.push_back(*about);
			return add_all(c[2], EntryClass::approximate, index_of(m_lexicon->m_approximates), false);
		}
		const auto value = number_in(c[1]);
		if (!value) return fault("lexicon-value", {std::string(c[1])});
		if (c[0] == "number") {
			m_lexicon->m_numbers.push_back({*value});
			add_all(c[2], EntryClass::number, index_of(m_lexicon->m_numbers), false);
		} else if (c[0] == "multiplier") {
			m_lexicon->m_multipliers.push_back(*value);
			add_all(c[2], EntryClass::multiplier, index_of(m_lexicon->m_multipliers), false);
		} else {
			fault("lexicon-value", {std::string(c[0])});
		}
	}

	void unit(const Columns& c) {
		Unit unit;
		if (!c[0].empty()) {
			unit.theme = model::value_of<model::Theme>(c[0]);
			if (!unit.theme) return fault("lexicon-value", {std::string(c[0])});
		}
		if (c[1] != "count" && c[1] != "measure" && c[1] != "place" && c[1] != "goods")
			return fault("lexicon-value", {std::string(c[1])});
		unit.measure = c[1] == "measure";
		unit.weak = c[1] == "place";
		unit.goods = c[1] == "goods";
		m_lexicon->m_units.push_back(unit);
		add_all(c[2], EntryClass::unit, index_of(m_lexicon->m_units), false);
	}

	void theme(const Columns& c) {
		ThemeWord word;
		if (c[0] != "-") {
			for (const auto name : split(c[0], '|')) {
				const auto theme = model::value_of<model::Theme>(name);
				if (!theme) return fault("lexicon-value", {std::string(name)});
				word.themes.push_back(*theme);
			}
		}
		m_lexicon->m_themes.push_back(word);
		add_all(c[1], EntryClass::theme, index_of(m_lexicon->m_themes), false);
	}

	void instrument(const Columns& c) {
		const auto kind = model::value_of<model::Instrument>(c[0]);
		if (!kind) return fault("lexicon-value", {std::string(c[0])});
		m_lexicon->m_instruments.push_back({*kind, std::string(c[1]), c[2] == "y", std::string(c[3])});
		add_all(c[4], EntryClass::instrument, index_of(m_lexicon->m_instruments), false);
	}

	void cue(const Columns& c) {
		const auto cue = cue_of(c[0]);
		if (!cue) return fault("lexicon-value", {std::string(c[0])});
		add_all(c[1], EntryClass::cue, static_cast<std::uint16_t>(*cue), false);
	}

	void anniversary(const Columns& c) {
		Anniversary day;
		if (!c[0].empty()) {
			const auto parts = split(c[0], '-');
			if (parts.size() != 3) return fault("lexicon-value", {std::string(c[0])});
			const auto year = number_in(parts[0]);
			const auto month = number_in(parts[1]);
			const auto date = number_in(parts[2]);
			if (!year || !month || !date || *month < 1 || *month > 12 || *date < 1 || *date > 31 || *year < 1 ||
			    *year > 9999) {
				return fault("lexicon-value", {std::string(c[0])});
			}
			day = {static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*date)};
		}
		m_lexicon->m_anniversaries.push_back(day);
		add_all(c[1], EntryClass::anniversary, index_of(m_lexicon->m_anniversaries), false);
	}

	void succession(const Columns& c) {
		Succession row;
		const auto what = pick<Succession::What>(c[0], k_succession_kinds);
		const auto side = pick<Country>(c[1], k_countries);
		if (!what || !side || *side == Country::none) return fault("lexicon-value", {std::string(what ? c[1] : c[0])});
		const auto day = model::period_of(c[4]);
		if (!day || c[4].size() != 10) return fault("lexicon-value", {std::string(c[4])});
		row = {*what, *side, std::string(c[2]), std::string(c[3]), std::string(c[4]), c[5] == "y"};
		const auto is_known = [&](const std::string& id) {
			if (row.what == Succession::What::province) return m_lexicon->place_of(id).has_value();
			return std::ranges::any_of(m_lexicon->m_bodies, [&](const Body& body) { return body.kind == id; });
		};
		for (const auto& id : {row.former, row.present}) {
			if (!is_known(id)) return fault("lexicon-value", {id});
		}
		m_lexicon->m_successions.push_back(std::move(row));
	}

	static void add_sounds(std::vector<Lexicon::Spelling>& sounds, std::string_view names, std::uint16_t place) {
		for (const auto name : split(names, '|')) sounds.push_back({naming::Sound(name), place});
	}

	// The trie.

	template <typename T>
	static std::uint16_t index_of(const std::vector<T>& table) {
		return static_cast<std::uint16_t>(table.size() - 1);
	}

	void add_all(std::string_view names, EntryClass cls, std::uint16_t index, bool capital) {
		auto all = split(names, '|');
		for (const auto name : all) {
			add(name, {cls, capital, false, index});
			if (cls == EntryClass::body || cls == EntryClass::post)
				add_short_centre(name, {cls, capital, false, index});
		}
		std::sort(all.begin(), all.end());
		if (const auto again = std::adjacent_find(all.begin(), all.end()); again != all.end())
			return fault("lexicon-repeat", {std::string(*again)});
		if (!m_example.empty()) m_examples.push_back({m_file, m_line, std::string(m_example), cls, index});
	}

	/// "Trung ương Đoàn" is "T.Ư Đoàn", "TƯ Đoàn" and "TW Đoàn" as well.
	void add_short_centre(std::string_view name, Entry entry) {
		static constexpr std::string_view k_centre = "Trung ương";
		const auto at = name.find(k_centre);
		if (at == std::string_view::npos) return;
		for (const std::string_view written : {"T.Ư", "TƯ", "T.W", "TW"})
			add(std::string(name).replace(at, k_centre.size(), written), entry);
	}

	void add(std::string_view phrase, Entry entry) {
		auto& tokens = m_tokens;
		tokens.clear();
		text::tokenize(phrase, {base::ByteOffset{0}, base::ByteOffset{phrase.size()}}, m_lexicon->m_vocabulary, tokens);
		std::uint32_t node = 0;
		for (const auto& token : tokens) {
			if (token.kind == text::TokenKind::punctuation) continue;
			const auto id = token.id != 0 ? token.id : m_lexicon->m_vocabulary.add(token.of(phrase));
			const auto known = m_lexicon->child(node, id);
			node = known != 0 ? known : m_lexicon->add_child(node, id);
		}
		if (node == 0) return fault("lexicon-empty-name", {std::string(phrase)});
		if (node >= m_first.size()) m_first.resize(node + 1, 0);
		auto* end = &m_first[node];
		for (; *end != 0; end = &m_listed[*end - 1].next) {
			auto& known = m_listed[*end - 1].entry;
			if (known.cls != entry.cls) continue;
			// Cues may share a word ("làm việc" is a reception and a purpose of travel); one name is at most one place,
			// save the province and the capital that share theirs, where the first of the table stands.
			if (known.index == entry.index) {
				// The same words once more, with a comma: both ways of writing them count.
				known.comma = known.comma || phrase.find(',') != std::string_view::npos;
				// "Trường|trường": and so do both with the small first letter.
				if (entry.cls == EntryClass::body && !tokens[0].capital) known.capital = false;
				return;
			}
			if (entry.cls == EntryClass::cue || entry.cls == EntryClass::province) continue;
			// "Cầm" is a surname, "cầm" a verb.
			if (entry.cls == EntryClass::name_word && known.capital != entry.capital) continue;
			if (entry.cls == EntryClass::district || entry.cls == EntryClass::gate || entry.cls == EntryClass::seat)
				return;
			return fault("lexicon-twice", {std::string(phrase)});
		}
		// A name that is written with a small first word ("nước Cộng hòa …") needs no capital there.
		if (entry.capital && !tokens[0].capital) entry.capital = false;
		entry.comma = phrase.find(',') != std::string_view::npos;
		// One short word that names a body ("Sở", "Ty") is also a common word: it counts with its capital only.
		if (entry.cls == EntryClass::body && tokens.size() == 1 && tokens[0].capital) entry.capital = true;
		*end = static_cast<std::uint32_t>(m_listed.size() + 1);
		m_listed.push_back({entry, 0});
	}

	void freeze() {
		auto& lexicon = *m_lexicon;
		for (auto* sounds : {&lexicon.m_provinces_by_sound, &lexicon.m_districts_by_sound}) {
			std::stable_sort(sounds->begin(), sounds->end(),
			                 [](const auto& x, const auto& y) { return x.sound.key() < y.sound.key(); });
		}
		lexicon.m_roots.resize(lexicon.m_vocabulary.size() + 1, 0);
		lexicon.m_entries.reserve(m_listed.size());
		for (std::size_t n = 0; n < lexicon.m_nodes.size(); ++n) {
			lexicon.m_nodes[n].begin = static_cast<std::uint32_t>(lexicon.m_entries.size());
			for (auto at = n < m_first.size() ? m_first[n] : 0; at != 0; at = m_listed[at - 1].next)
				lexicon.m_entries.push_back(m_listed[at - 1].entry);
			lexicon.m_nodes[n].end = static_cast<std::uint32_t>(lexicon.m_entries.size());
		}
	}

	/// An example must give its entry and no other of the class: neither another row's nor a longer one.
	void prove(const Example& example) {
		std::vector<text::Token> tokens;
		text::tokenize(example.text, {base::ByteOffset{0}, base::ByteOffset{example.text.size()}},
		               m_lexicon->m_vocabulary, tokens);
		std::vector<Match> matches;
		m_lexicon->match(tokens, matches);
		bool found = false;
		std::uint32_t end = 0;
		for (const auto& match : matches) {
			if (match.cls != example.cls || match.begin < end) continue;
			if (match.index == example.index) {
				found = true;
				end = match.end;
			}
		}
		if (found) return;
		m_faults.push_back({"lexicon-example", {example.text}, example.file, example.line});
	}

	std::vector<base::Error>& m_faults;
	std::shared_ptr<Lexicon> m_lexicon;
	std::vector<std::uint32_t> m_first;  ///< by node: 1 + index in m_listed of its first entry, 0 where it has none
	std::vector<Listed> m_listed;
	std::vector<text::Token> m_tokens;  ///< of the phrase that is added, kept for its memory
	std::vector<Example> m_examples;
	std::string m_file;
	std::uint32_t m_line = 0;
	std::string_view m_example;
};

std::shared_ptr<const Lexicon> build(const std::vector<Table>& tables, std::vector<base::Error>& faults) {
	return Builder(faults).build(tables);
}

}  // namespace bienban::lexicon
