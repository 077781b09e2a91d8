#pragma once

#include <cstdint>
#include <string_view>

#include "extraction/annotated.hpp"

/// The bounds and the shape of a person's name.
namespace bienban::extraction {

/// What the syllables of a name tell about whose it is.
struct NameShape {
	std::uint32_t words = 0;    ///< syllables, or words of Latin spelling
	std::uint32_t surname = 0;  ///< tokens of the Vietnamese surname that it begins with, 0 where it has none
	bool middle = false;        ///< "Văn" or "Thị" behind the surname
	bool foreign = false;       ///< hyphens, syllables that Vietnamese does not have, elements of Lao names

	/// Whether it reads as the name of a Vietnamese citizen.
	bool vietnamese() const { return surname != 0 && (middle || !foreign) && words <= 6; }
};

/// Could the word be one Vietnamese syllable? "Khăm" could, "Bouasone" and "Keomany" could not.
bool is_vietnamese_syllable(std::string_view word);

/// Whether the marks of letters tell names apart: they do in Vietnamese, in Lao names they vary from line to line.
enum class Marks : std::uint8_t { count, ignore };

/// A number that is the same for two writings of one name, whatever its case, spaces, hyphens and style of tone marks.
std::uint64_t name_key(const Annotated& a, std::uint32_t begin, std::uint32_t end, Marks marks);

/// The longest word of this class that begins at the token, nullptr where there is none.
const lexicon::Match* name_word_at(const Annotated& a, std::uint32_t token, lexicon::NameClass cls);

/// Where the name that begins at the token ends, at `limit` at the latest; `begin` itself where none can begin. A name
/// is a run of words with capitals, joined by spaces, by hyphens ("Lạ-khăm-phong") or, in Lao names, by one spaced
/// dash.
std::uint32_t name_end(const Annotated& a, std::uint32_t begin, std::uint32_t limit);

NameShape shape_of(const Annotated& a, std::uint32_t begin, std::uint32_t end);

/// What stands before the person's name in a run of capitalised words.
enum class OwnName : std::uint8_t {
	optional,  ///< a body or place that may lack a name of its own: "Bệnh viện Đa khoa tỉnh | Hồ Việt Mỹ"
	required   ///< one that has it: "Trưởng thôn Kim An | Phan Đình Lộc"
};

/// Where in the run [begin, end) the own name of a body or place ends and the person's name begins; `end` where the
/// run holds no person.
std::uint32_t split_own_name(const Annotated& a, std::uint32_t begin, std::uint32_t end, OwnName own);

}  // namespace bienban::extraction
