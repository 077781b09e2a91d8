#pragma once

#include <cstdint>

#include "extraction/annotated.hpp"

/// How a clause opens, which tells how it goes with what stands before it.
namespace bienban::extraction {

/// "Báo cáo tại hội đàm cho thấy, trong năm 2022, …", "Theo thống kê, …": the account that is given at the event.
bool opens_account(const Annotated& a, std::uint32_t token);

/// "Dịp này, …", "Nhân dịp Tết, …": what is given there belongs to the event.
bool opens_on_occasion(const Annotated& a, std::uint32_t token);

/// "Theo đó", "Cụ thể", "Trong đó": more of the same.
bool opens_detail(const Annotated& a, std::uint32_t token);

/// "Đồng thời", "Bên cạnh đó", "Hai bên còn": the text goes on with what it was at.
bool opens_with_connective(const Annotated& a, std::uint32_t token);

}  // namespace bienban::extraction
