#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extraction/giving.hpp"

namespace bienban::extraction {

/// A work that a grant paid for.
struct Grant {
	Giving giving;
	std::string work;               ///< "Bệnh viện Hữu nghị", as the text calls it
	const Number* worth = nullptr;  ///< what it cost, where the clause tells
};

/// "Đây là dự án đầu tư từ nguồn vốn viện trợ không hoàn lại của Chính phủ Việt Nam (dành cho Lào)": the work that the
/// clause in tokens [begin, end), or one of the sentences before it, names. None where no work or no giver is told.
std::optional<Grant> find_grant(const Context& context, std::uint32_t begin, std::uint32_t end);

}  // namespace bienban::extraction
