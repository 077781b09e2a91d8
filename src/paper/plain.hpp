#pragma once

#include <string>
#include <string_view>

/// Words of documents made fit for a file. Documents are hostile input: what could steer a reader's program, or turn
/// the direction of writing, becomes U+FFFD; so do bytes that are no UTF-8. Line ends and tabs become a space.
namespace bienban::paper {

/// Appends the text as it is to be read, without markup of its own.
void append_plain(std::string& out, std::string_view text);

/// Appends the text for the inside of an element or of a quoted attribute of HTML and XML.
void append_escaped(std::string& out, std::string_view text);

std::string plain(std::string_view text);
std::string escaped(std::string_view text);

/// The number of code points of a text that append_plain() wrote.
std::size_t letters(std::string_view text);

/// The first `count` code points of such a text.
std::string_view first_letters(std::string_view text, std::size_t count);

}  // namespace bienban::paper
