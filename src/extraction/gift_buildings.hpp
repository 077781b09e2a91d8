#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extraction/gift_signs.hpp"
#include "extraction/giving.hpp"

namespace bienban::extraction {

/// Buildings and works that are given, which figures need not count. Looks only.
class GiftBuildings {
public:
	GiftBuildings(const Context& context, Frames& frames, const GiftSigns& signs)
	    : m_c(context), m_a(context.a()), m_frames(frames), m_signs(signs) {}

	/// The one building that is given, where no figure counts it. `stop` is set behind its name.
	std::optional<std::uint32_t> of(const Giving& giving, std::uint32_t begin, std::uint32_t end,
	                                std::uint32_t& stop) const;
	/// The gift of the one building of tokens [building, stop), without its sides.
	model::Support value(const Giving& giving, std::uint32_t building, std::uint32_t stop) const;
	/// "Công trình là quà tặng của A dành cho B", "Đây là công trình do A hỗ trợ B": the building that the sentences
	/// before have named.
	std::optional<std::string> told_before(const Giving& giving, std::uint32_t begin, std::uint32_t s) const;

private:
	const Context& m_c;
	const Annotated& m_a;
	Frames& m_frames;
	const GiftSigns& m_signs;
};

}  // namespace bienban::extraction
