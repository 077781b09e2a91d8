#pragma once

#include "model/document.hpp"
#include "model/record.hpp"

namespace bienban::extraction {

/// Lowers the certainty of what rests on words whose recognition is not sure (docs/formats.md): the certainty of each
/// record and person is multiplied by the mean of the average and of the lowest confidence of the words of its
/// evidence, in ninetieths: words surer than 0.9 take nothing away. A document that was not recognised in images stays
/// as it is.
void doubt_what_was_hard_to_read(const model::Document& document, model::Reading& reading);

}  // namespace bienban::extraction
