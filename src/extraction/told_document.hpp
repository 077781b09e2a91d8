#pragma once

#include <algorithm>
#include <string>

#include "lexicon/load.hpp"
#include "model/document.hpp"

/// Documents made by hand: for tests only.
namespace bienban::extraction {

/// A report under a headline with one paragraph a line.
inline model::Document told_document(const std::string& headline, const std::string& paragraphs,
                                     const std::string& published) {
	model::Document document;
	document.title = headline;
	document.published = published;
	document.text = headline;
	document.text.append("\n").append(paragraphs);
	auto kind = model::BlockKind::headline;
	for (std::size_t at = 0; at < document.text.size();) {
		const auto end = std::min(document.text.find('\n', at), document.text.size());
		document.blocks.push_back({kind, {base::ByteOffset{at}, base::ByteOffset{end}}});
		kind = model::BlockKind::paragraph;
		at = end + 1;
	}
	return document;
}

}  // namespace bienban::extraction
