#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/cues.hpp"
#include "model/record.hpp"
#include "naming/phonetic.hpp"
#include "text/tokens.hpp"

/// The field's words, loaded from the tables of lexicon/ into one immutable value.
namespace bienban::lexicon {

/// Which table an entry stands in.
enum class EntryClass : std::uint8_t {
	province,
	seat,
	district,
	gate,
	country,
	body,
	rank,
	post,
	address,
	number,
	multiplier,
	currency,
	approximate,
	unit,
	theme,
	instrument,
	cue,
	anniversary,
	name_word
};
/// A set of classes has a bit for each.
constexpr std::uint32_t class_bit(EntryClass cls) { return std::uint32_t{1} << static_cast<std::uint32_t>(cls); }

enum class Country : std::uint8_t { none, vn, la, other };

/// A province, a city of province rank, or a country (code of two letters).
struct Place {
	std::string code;  ///< ISO 3166-2, "VN-05", or ISO 3166-1, "VN"
	Country country = Country::none;
	bool borders = false;  ///< touches the border between the two countries
	std::string name_vi;
	std::string name_en;
	std::string from;       ///< EDTF day from which the unit exists, empty: all the time covered
	std::string to;         ///< EDTF day of its last day, empty: still there
	std::string successor;  ///< the code of the unit that took its territory
};

/// A district or a border gate: a place inside a province. `province` is an index into places().
struct LocalPlace {
	std::string name;  ///< lower case, without its type word
	std::uint16_t province = 0;
};

/// How far down a body works; decides where its name and its place stand in the text.
enum class Level : std::uint8_t { central, region, province, district, local, any };

/// What names the body: the place alone ("Bộ CHQS tỉnh Sơn La"), a name of its own ("Đồn Biên phòng Yên Khương"), a
/// name that keeps its type word ("Sở Y tế", "sư đoàn 2"), or nothing ("Bộ Quốc phòng").
enum class Naming : std::uint8_t { place, own, full, none };

struct Body {
	std::string kind;                 ///< party kind of records.md
	Country country = Country::none;  ///< none: told by the context
	Level level = Level::any;
	Naming naming = Naming::none;
	std::string name;  ///< of a body that carries a fixed name ("Bộ Công Thương" is agency/công thương)
};

struct Rank {
	std::string name;
};

/// A post ("Bí thư Tỉnh ủy"), a membership, or a role in an event ("Trưởng đoàn"), which is no title.
enum class PostClass : std::uint8_t { post, role, prefix };
struct Post {
	PostClass cls = PostClass::post;
	Country country = Country::none;
	std::string kind;  ///< kind of the body the post belongs to, empty where the words around it tell
};

/// What a word tells about the bounds of a person's name; the classes are explained in lexicon/names.tsv.
enum class NameClass : std::uint8_t { surname, foreign, past, field, country, stop };
struct NameWord {
	NameClass cls = NameClass::surname;
	std::string country;  ///< of NameClass::country: its code
};

struct NumberWord {
	double value = 0;
};

/// A unit of counting: "lần", "lượt người", "suất quà".
struct Unit {
	std::optional<model::Theme> theme;  ///< what the noun suggests by itself
	bool measure = false;               ///< a measure or container word: the goods stand after it ("tấn gạo")
	bool weak = false;                  ///< a length or an area: counts only where something was cleared or made
	bool goods = false;                 ///< a thing that is given, never a deed
};

struct ThemeWord {
	std::vector<model::Theme> themes;
};

struct InstrumentWord {
	model::Instrument instrument = model::Instrument::memorandum;
	std::string parties;  ///< "state", "government", … of both countries; "pair": those of the text; or a party
	bool named = false;   ///< a name of its own: counts without any word of signing
	std::string signed_on;
};

/// A day of history whose years are counted: "60 năm Ngày thiết lập quan hệ ngoại giao" dates a text. All 0 where the
/// day differs from body to body ("Ngày thành lập").
struct Anniversary {
	int year = 0;
	int month = 0;
	int day = 0;
};

/// One province or one kind of provincial body that went over to another. Mergers of whole provinces are not among
/// them: they stand with the places.
struct Succession {
	enum class What : std::uint8_t { province, body };
	What what = What::province;
	Country country = Country::none;
	std::string former;   ///< a code, or a party kind
	std::string present;  ///< the same
	std::string from;     ///< EDTF day: the first of the new order
	bool part = false;    ///< only a part went over; the former one lives on
};

struct Entry {
	EntryClass cls = EntryClass::cue;
	bool capital = false;     ///< matches only where the first syllable has a capital
	bool comma = false;       ///< the phrase has a comma of its own
	std::uint16_t index = 0;  ///< into the table of its class; for a cue the value of the enum
};

/// A stretch of tokens that is an entry: [begin, end).
struct Match {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	EntryClass cls = EntryClass::cue;
	std::uint16_t index = 0;
	std::uint32_t size() const { return end - begin; }
	Cue cue() const { return cls == EntryClass::cue ? static_cast<Cue>(index) : Cue::none; }
};

class Lexicon {
public:
	const text::Vocabulary& vocabulary() const { return m_vocabulary; }

	/// The longest entry of every class at each token, in the order of their first token (the longer before the
	/// shorter). An entry may reach across a hyphen, a dot after a short syllable ("TP."), and a slash without spaces;
	/// names of places, bodies, posts and ranks not across a comma, all others do ("phòng, chống").
	void match(const std::vector<text::Token>& tokens, std::vector<Match>& out) const;

	const Place& place(std::uint16_t i) const { return m_places[i]; }
	const std::vector<Place>& places() const { return m_places; }
	const LocalPlace& district(std::uint16_t i) const { return m_districts[i]; }
	const LocalPlace& gate(std::uint16_t i) const { return m_gates[i]; }
	/// The province whose chief town has this name.
	std::uint16_t seat(std::uint16_t i) const { return m_seats[i]; }
	const Body& body(std::uint16_t i) const { return m_bodies[i]; }
	const std::vector<Body>& bodies() const { return m_bodies; }
	const Rank& rank(std::uint16_t i) const { return m_ranks[i]; }
	const Post& post(std::uint16_t i) const { return m_posts[i]; }
	const NameWord& name_word(std::uint16_t i) const { return m_name_words[i]; }
	/// One spelling of each leader of the past, for the phonetic key.
	const std::vector<std::string>& past_leader_sounds() const { return m_past_leader_sounds; }
	const NumberWord& number(std::uint16_t i) const { return m_numbers[i]; }
	double multiplier(std::uint16_t i) const { return m_multipliers[i]; }
	const std::string& currency(std::uint16_t i) const { return m_currencies[i]; }
	model::About approximate(std::uint16_t i) const { return m_approximates[i]; }
	const Unit& unit(std::uint16_t i) const { return m_units[i]; }
	const ThemeWord& theme(std::uint16_t i) const { return m_themes[i]; }
	const InstrumentWord& instrument(std::uint16_t i) const { return m_instruments[i]; }
	const Anniversary& anniversary(std::uint16_t i) const { return m_anniversaries[i]; }

	const std::vector<Succession>& successions() const { return m_successions; }

	/// The place with this code.
	std::optional<std::uint16_t> place_of(std::string_view code) const;
	/// The Lao province that a spelling which no table has sounds like.
	std::optional<std::uint16_t> province_by_sound(std::string_view name) const {
		return by_sound(m_provinces_by_sound, name);
	}
	/// The province of the Lao district that a spelling sounds like.
	std::optional<std::uint16_t> district_by_sound(std::string_view name) const {
		return by_sound(m_districts_by_sound, name);
	}

private:
	friend class Builder;

	struct Edge {
		std::uint32_t from = 0;  ///< 0 where the slot is free
		std::uint32_t syllable = 0;
		std::uint32_t node = 0;
	};
	/// A spelling by its sound; kept in the order of phonetic keys.
	struct Spelling {
		naming::Sound sound;
		std::uint16_t place = 0;
	};
	static std::optional<std::uint16_t> by_sound(const std::vector<Spelling>& spellings, std::string_view name);
	/// The code as a number; its first eight bytes tell it.
	static std::uint64_t code_key(std::string_view code);
	void add_place(Place place);
	std::uint32_t child(std::uint32_t node, text::SyllableId id) const;
	/// Adds a node behind this one, which has no child for the syllable yet.
	std::uint32_t add_child(std::uint32_t node, text::SyllableId id);
	void insert_edge(const Edge& edge);

	text::Vocabulary m_vocabulary;
	std::vector<std::uint32_t> m_roots;                                    ///< by syllable
	std::vector<Edge> m_edges = std::vector<Edge>(std::size_t{1} << 15U);  ///< by hash; half full at most
	std::size_t m_edge_count = 0;
	struct Node {
		std::uint32_t begin = 0;  ///< [begin, end) in m_entries
		std::uint32_t end = 0;
		std::uint64_t children = 0;  ///< a bit for each child, by the low bits of its syllable: most look-ups end here
	};
	std::vector<Node> m_nodes;
	std::vector<Entry> m_entries;

	std::vector<Place> m_places;
	using PlaceCode = std::pair<std::uint64_t, std::uint16_t>;  ///< code_key() and index in m_places
	std::vector<PlaceCode> m_place_codes;                       ///< sorted
	std::vector<LocalPlace> m_districts;
	std::vector<LocalPlace> m_gates;
	std::vector<std::uint16_t> m_seats;
	std::vector<Body> m_bodies;
	std::vector<Rank> m_ranks;
	std::vector<Post> m_posts;
	std::vector<NameWord> m_name_words;
	std::vector<std::string> m_past_leader_sounds;
	std::vector<NumberWord> m_numbers;
	std::vector<double> m_multipliers;
	std::vector<std::string> m_currencies;
	std::vector<model::About> m_approximates;
	std::vector<Unit> m_units;
	std::vector<ThemeWord> m_themes;
	std::vector<InstrumentWord> m_instruments;
	std::vector<Anniversary> m_anniversaries;
	std::vector<Succession> m_successions;
	std::vector<Spelling> m_provinces_by_sound;
	std::vector<Spelling> m_districts_by_sound;
};

}  // namespace bienban::lexicon
