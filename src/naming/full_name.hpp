#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bienban::naming {

/// How two names stand to each other.
enum class NameRelation : std::uint8_t {
	other,  ///< two names
	near,   ///< one sound apart: a slip, or two names
	part,   ///< one is the beginning or the end of the other
	full    ///< spellings of one name
};

struct NameMatch {
	NameRelation relation = NameRelation::other;
	int syllables = 0;          ///< how long that is in which they agree
	bool same_letters = false;  ///< of full: the letters are equal too, save for marks
};

/// A person's name, taken apart for comparing.
class FullName {
public:
	/// `country` is the person's ("VN", "LA", …), empty where it is not known: then a common Vietnamese surname at the
	/// front makes the name a Vietnamese one.
	FullName(std::string_view name, std::string_view country);

	bool vietnamese() const { return m_vietnamese; }
	/// A Vietnamese name that many people bear: a common surname, a common middle name and one more syllable.
	bool common() const { return m_common; }
	/// Syllables: words of a Vietnamese name, runs of vowels of any other.
	int syllables() const { return m_syllables; }
	/// Only names of one block are ever one name. See block_of() in persons.hpp.
	std::string block() const;

	/// The letters a to z of all words, joined.
	std::string_view letters() const { return m_letters; }
	/// The phonetic key of a name that is not Vietnamese.
	std::string_view key() const { return m_key; }
	/// Whether the key is so long that another, one sound apart, may be a slip.
	bool has_long_key() const;

	/// A run of the name's words that stops short of its end, or begins behind its begin.
	struct Run {
		std::string key;
		std::string words;
	};
	/// Of a name that is not Vietnamese: what a part of it may be.
	const std::vector<Run>& runs() const { return m_runs; }

private:
	friend NameMatch relate(const FullName& a, const FullName& b);

	void take_runs(const std::vector<std::string>& words);
	bool has_part(const FullName& part) const;

	std::string m_name;
	bool m_vietnamese = false;
	bool m_common = false;
	bool m_marked = false;  ///< has any tone or vowel mark
	int m_syllables = 0;
	std::string m_letters;  ///< a to z, joined
	std::string m_marks;    ///< Vietnamese: each syllable with its vowels' marks and its tone, wherever that is written
	std::string m_key;      ///< others: the phonetic key
	std::vector<Run> m_runs;
};

NameMatch relate(const FullName& a, const FullName& b);

}  // namespace bienban::naming
