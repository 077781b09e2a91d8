#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"

/// Where the words of a document stand on its pages.
namespace bienban::registry {

/// model::Placed with offsets as the register has them.
struct PlacedWords {
	std::uint32_t begin = 0;  ///< code points
	std::uint32_t end = 0;
	std::uint32_t page = 0;  ///< counted from 0
	model::Box box;
	float confidence = 1;
};

struct DocumentLayout {
	std::vector<model::PageSize> pages;
	std::vector<PlacedWords> placed;  ///< in the order of the text, without overlap
};

/// A stretch of the text on one page.
struct OnPage {
	std::uint32_t page = 0;         ///< counted from 0
	std::vector<model::Box> boxes;  ///< one for each line or part of one
};

/// As it is kept: JSON, `{"pages": [[width, height], …], "placed": [[begin, end, page, left, top, right, bottom,
/// confidence], …]}`, points to a tenth, confidence to a hundredth. Empty where the document has no pages.
std::string layout_text(const model::Document& document);

/// And back. Fails with "register-damaged".
base::Result<DocumentLayout> layout_of(std::string_view text);

/// Where the code points from `begin` on and before `end` stand, page by page.
std::vector<OnPage> places_of(const DocumentLayout& layout, std::uint32_t begin, std::uint32_t end);

}  // namespace bienban::registry
