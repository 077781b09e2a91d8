#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "extraction/annotated.hpp"
#include "lexicon/load.hpp"
#include "model/document.hpp"
#include "reading/read.hpp"

namespace bienban::fuzz {

inline const lexicon::Lexicon& the_lexicon() {
	static const auto s_lexicon = lexicon::load();
	if (!s_lexicon) {
		std::fprintf(stderr, "the lexicon has a fault: %s:%u\n", s_lexicon.error().file.c_str(),
		             s_lexicon.error().line);
		std::exit(EXIT_FAILURE);
	}
	return **s_lexicon;
}

/// The bytes as the one paragraph of a document, whatever reading would call it; nothing where they are no text.
inline std::optional<model::Document> paragraph(const std::uint8_t* data, std::size_t size) {
	auto document = reading::read("-", {reinterpret_cast<const char*>(data), size});
	if (!document) return std::nullopt;
	document->blocks = {{model::BlockKind::paragraph, {base::ByteOffset{0}, base::ByteOffset{document->text.size()}}}};
	return std::move(*document);
}

/// Tokens [begin, end) lie in the text, behind those of the mention before.
inline bool follows(std::uint32_t last, std::uint32_t begin, std::uint32_t end, const extraction::Annotated& text) {
	return last <= begin && begin < end && end <= text.tokens.size();
}

}  // namespace bienban::fuzz
