#pragma once

#include "paper/composer.hpp"

/// What stands before and after the parts of a paper.
namespace bienban::paper {

/// "tỉnh Sơn La và tỉnh Hủa Phăn, nước Cộng hòa Dân chủ Nhân dân Lào".
std::string full_sides(Composer& composer);

/// The head, the bases, the signature and the receivers of a report of Decree 30/2020/NĐ-CP.
void frame_report(Composer& composer, Paper& paper);

/// The words under which a report tells what it rests on.
void open_report(Composer& composer, Paper& paper);

/// A place to fill in.
Text to_fill(const Composer& composer, const char* id, const std::vector<std::string>& values = {});

}  // namespace bienban::paper
