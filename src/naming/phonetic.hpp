#pragma once

#include <string>
#include <string_view>

/// One key for all writings of a Lao name in Vietnamese and Latin spelling, so that a spelling no table has still finds
/// its place or its person.
namespace bienban::naming {

/// The phonetic key: "Vông-khăm Phôm-mạ-kon" and "Vongkham Phommakone" both give VGKMFMKN. Tones, vowels, hyphens and
/// spaces fall away; the rules and their reasons stand in docs/phonetic-key.md.
std::string phonetic_key(std::string_view name);

/// Runs of vowels in a name: two names with one key are the same name only where these differ by one at most.
int vowel_groups(std::string_view name);

/// Do two spellings mean one name? Equal letters without marks; or equal keys of four letters and more with vowel
/// groups that differ by one at most; or equal shorter keys and letters alike after i/y, u/ou, x/s, c/k, p/b.
bool same_name(std::string_view a, std::string_view b);

/// A name as same_name() compares it, for names that are compared more than once.
class Sound {
public:
	explicit Sound(std::string_view name);
	/// The phonetic key.
	const std::string& key() const { return m_key; }
	int vowel_groups() const { return m_groups; }
	/// The same as same_name() of the two names.
	friend bool same_name(const Sound& a, const Sound& b);

private:
	std::string m_letters;  ///< a to z, joined
	std::string m_key;
	int m_groups = 0;  ///< vowel groups
};

}  // namespace bienban::naming
