#pragma once

#include <string>
#include <string_view>

namespace bienban::report {

/// The own name of a body, which the register keeps in lower case, with the capitals it is written with. A village, a
/// post or a firm has one at each syllable ("vân hồ" → "Vân Hồ"); an office, a unit or a school at its kind, at its
/// field and in the name of a place: "sở giáo dục và đào tạo" → "Sở Giáo dục và Đào tạo", "bệnh viện đa khoa tỉnh phú
/// thọ" → "Bệnh viện Đa khoa tỉnh Phú Thọ" (Decree 30/2020/NĐ-CP, annex II, part III). `kind` is the second part of a
/// party as records.md has it.
std::string body_name(std::string_view kind, std::string_view name);

}  // namespace bienban::report
