#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Vietnamese from before Unicode: encodings of one byte (TCVN3, VISCII) or of a letter and its marks (VNI), and fonts
/// that show Latin letters as Vietnamese ones.
namespace bienban::text {

enum class OldLetters : std::uint8_t { tcvn3, vni, viscii };

/// Bytes of an old encoding as NFC UTF-8. Bytes that mean nothing in it are taken as windows-1252.
std::string from_old_bytes(std::string_view bytes, OldLetters letters);

/// The same of UTF-8 text that a program wrote as if the bytes were windows-1252: "ViÖt Nam" → "Việt Nam". Characters
/// that windows-1252 has not stay as they are.
std::string from_old_letters(std::string_view utf8, OldLetters letters);

/// A font whose Latin letters show Vietnamese ones.
struct OldFont {
	OldLetters letters;
	bool capitals = false;  ///< shows capitals whatever is written
};

/// By the name of a font: ".VnTime", ".VnArialH", "VNI-Times". Nothing for all others.
std::optional<OldFont> old_font(std::string_view name);

/// What a font shows where `utf8` is written in it.
std::string shown_in(const OldFont& font, std::string_view utf8);

/// How well text reads as Vietnamese: of its words with letters beyond ASCII, those that are Vietnamese syllables.
struct Readable {
	std::size_t words = 0;  ///< with letters beyond ASCII
	std::size_t good = 0;   ///< of these, Vietnamese syllables
	/// Enough of them, and nearly all good.
	bool vietnamese() const { return words >= 3 && good * 10 >= words * 8; }
};
Readable readable(std::string_view utf8);

/// Whether a word is formed as a Vietnamese syllable, tone included. `word`: NFC UTF-8, any case.
bool is_vietnamese_syllable(std::string_view word);

/// The old encoding that bytes are in, by how well they read when decoded; nothing where none reads well.
std::optional<OldLetters> guess_old_bytes(std::string_view bytes);

/// Lines of UTF-8 text that are written for old fonts, as what they show; nothing where there is no such line. Lines
/// that are Vietnamese as they stand are left alone.
std::optional<std::string> mend_old_letters(std::string_view utf8);

}  // namespace bienban::text
