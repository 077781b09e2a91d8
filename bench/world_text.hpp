#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "world_random.hpp"

namespace bienban::bench {

/// What stands in a template's gap: the words, and the field of the record model that they tell.
struct Slot {
	std::string text;
	std::string_view field;  ///< empty where the words tell no field
	std::string json;        ///< the field's value as JSON
};

/// A fact as the writer of one document knows it.
struct Told {
	std::string fact;
	std::string_view type;
	std::string_view wrong;  ///< the field that this document tells otherwise than the truth, or empty
	std::string always;      ///< members of the JSON object of values that any mention tells: "\"kind\": \"talks\""
};

/// Words of a document that speak of a fact. Offsets are bytes of the document until it is finished, then code points.
struct Mention {
	std::size_t told;
	std::size_t start;
	std::size_t end;
	std::string values;
};

/// Writes one document out of templates. In a template
///   {x}      is the words of slot x; {^x} the same with a capital;
///   <a|b|c>  is one of the alternatives, drawn by chance; they may be nested and empty;
///   [x … ]   is a mention of the fact told under x.
class Page {
public:
	explicit Page(Random& random) : m_random(random) {}

	void clear();
	Slot& slot(char key) { return m_slots[static_cast<unsigned char>(key)]; }
	void set(char key, std::string text, std::string_view field = {}, std::string json = {});
	/// From now on [key … ] speaks of this fact.
	void tell(char key, Told told);
	bool tells(char key) const { return m_keys[static_cast<unsigned char>(key)] != 0; }

	/// A mention may be opened in one call and closed in a later one.
	void write(std::string_view pattern);
	void paragraph() { m_text += "\n\n"; }

	Random& random() { return m_random; }
	const std::string& text() const { return m_text; }
	const std::vector<Told>& told() const { return m_told; }
	/// The mentions with offsets in code points.
	std::vector<Mention> mentions() const;

private:
	void fill(std::string_view name);

	struct Open {
		std::size_t told;
		std::size_t start;
		std::string values;
	};

	Random& m_random;
	std::string m_text;
	std::array<Slot, 128> m_slots;
	std::array<std::size_t, 128> m_keys{};  ///< place in m_told + 1
	std::vector<Told> m_told;
	std::vector<Open> m_open;
	std::vector<Mention> m_mentions;
};

/// The text between quotation marks, as JSON has it. The words of this world need no more than quotes escaped.
std::string quoted(std::string_view text);

/// The same text with a capital letter in front.
std::string capital(std::string_view text);

/// 2412 as "2.412".
std::string grouped(long long number);

/// 11 as "XI", for 1 to 89.
std::string roman(int number);

}  // namespace bienban::bench
