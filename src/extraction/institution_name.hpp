#pragma once

#include "extraction/party_frame.hpp"

namespace bienban::extraction {

/// Bodies that no table names, told by their type word and the place behind them: "Hội Doanh nhân trẻ tỉnh Nghệ An",
/// "Cục Cảnh sát giao thông (Bộ Công an)", "Đài Phát thanh và Truyền hình Điện Biên".
class InstitutionName : protected PartyFrame {
public:
	using PartyFrame::PartyFrame;

protected:
	/// Where the name of such a body that begins at t ends, before its place; t where there is none.
	std::uint32_t institution_end(std::uint32_t t) const;

private:
	std::uint32_t type_end(std::uint32_t t) const;
	bool place_follows(std::uint32_t t) const;
	bool ends_name(std::uint32_t t) const;
};

}  // namespace bienban::extraction
