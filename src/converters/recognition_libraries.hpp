#pragma once

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>

namespace bienban::converters {

/// The functions of Leptonica and Tesseract that are used, loaded at run time.
struct Libraries {
	bool missing = false;  // first: the functions below set it
	void* leptonica = nullptr;
	void* tesseract = nullptr;

// The name is that of a function and of a member: it cannot stand in parentheses.
// NOLINTNEXTLINE(bugprone-macro-parentheses)
#define BIENBAN_TAKE(library, name) decltype(&::name) name = take<decltype(&::name)>(library, #name)
	Libraries() : leptonica(::dlopen("liblept.so.5", RTLD_NOW)), tesseract(::dlopen("libtesseract.so.5", RTLD_NOW)) {}

	BIENBAN_TAKE(&Libraries::leptonica, pixReadMem);
	BIENBAN_TAKE(&Libraries::leptonica, pixReadHeaderMem);
	BIENBAN_TAKE(&Libraries::leptonica, readHeaderMemTiff);
	BIENBAN_TAKE(&Libraries::leptonica, pixReadMemFromMultipageTiff);
	BIENBAN_TAKE(&Libraries::leptonica, pixRemoveAlpha);
	BIENBAN_TAKE(&Libraries::leptonica, pixConvertTo8);
	BIENBAN_TAKE(&Libraries::leptonica, pixFindSkewAndDeskew);
	BIENBAN_TAKE(&Libraries::leptonica, pixRotateOrth);
	BIENBAN_TAKE(&Libraries::leptonica, pixScale);
	BIENBAN_TAKE(&Libraries::leptonica, pixThresholdToBinary);
	BIENBAN_TAKE(&Libraries::leptonica, pixOpenBrick);
	BIENBAN_TAKE(&Libraries::leptonica, pixDilateBrick);
	BIENBAN_TAKE(&Libraries::leptonica, pixSetMasked);
	BIENBAN_TAKE(&Libraries::leptonica, pixOr);
	BIENBAN_TAKE(&Libraries::leptonica, pixConnComp);
	BIENBAN_TAKE(&Libraries::leptonica, boxaGetCount);
	BIENBAN_TAKE(&Libraries::leptonica, boxaGetBoxGeometry);
	BIENBAN_TAKE(&Libraries::leptonica, boxaDestroy);
	BIENBAN_TAKE(&Libraries::leptonica, boxCreate);
	BIENBAN_TAKE(&Libraries::leptonica, boxDestroy);
	BIENBAN_TAKE(&Libraries::leptonica, pixSetInRect);
	BIENBAN_TAKE(&Libraries::leptonica, pixGetWidth);
	BIENBAN_TAKE(&Libraries::leptonica, pixGetHeight);
	BIENBAN_TAKE(&Libraries::leptonica, pixGetXRes);
	BIENBAN_TAKE(&Libraries::leptonica, pixDestroy);
	BIENBAN_TAKE(&Libraries::leptonica, setMsgSeverity);
	BIENBAN_TAKE(&Libraries::leptonica, pixGetDepth);
	BIENBAN_TAKE(&Libraries::leptonica, pixOctreeColorQuant);
	BIENBAN_TAKE(&Libraries::leptonica, pixSetText);
	BIENBAN_TAKE(&Libraries::leptonica, pixWriteMemPng);
	BIENBAN_TAKE(&Libraries::leptonica, lept_free);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPICreate);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPIDelete);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPIInit3);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPISetPageSegMode);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPISetVariable);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPISetImage2);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPISetSourceResolution);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPISetRectangle);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPIRecognize);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPIGetIterator);
	BIENBAN_TAKE(&Libraries::tesseract, TessBaseAPIDetectOrientationScript);
	BIENBAN_TAKE(&Libraries::tesseract, TessResultIteratorGetPageIterator);
	BIENBAN_TAKE(&Libraries::tesseract, TessResultIteratorNext);
	BIENBAN_TAKE(&Libraries::tesseract, TessResultIteratorGetUTF8Text);
	BIENBAN_TAKE(&Libraries::tesseract, TessResultIteratorConfidence);
	BIENBAN_TAKE(&Libraries::tesseract, TessResultIteratorDelete);
	BIENBAN_TAKE(&Libraries::tesseract, TessPageIteratorIsAtBeginningOf);
	BIENBAN_TAKE(&Libraries::tesseract, TessPageIteratorBoundingBox);
	BIENBAN_TAKE(&Libraries::tesseract, TessPageIteratorBlockType);
	BIENBAN_TAKE(&Libraries::tesseract, TessDeleteText);
#undef BIENBAN_TAKE

	bool whole() const { return leptonica != nullptr && tesseract != nullptr && !missing; }

private:
	template <class Function>
	Function take(void* Libraries::*library, const char* name) {
		void* found = this->*library == nullptr ? nullptr : ::dlsym(this->*library, name);
		if (found == nullptr) missing = true;
		return reinterpret_cast<Function>(found);
	}
};

/// Loads them on the first call. They may be used only where whole() holds.
const Libraries& libraries();

}  // namespace bienban::converters
