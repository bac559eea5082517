package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import org.beistand.client.platform.foreign.CStruct;

/** Structs as the headers of Windows declare them, on 64 bits, member by member. Handles are longs. */
final class Structs {
    // windef.h
    static final StructLayout POINT = CStruct.of("POINT", integer("x"), integer("y"));
    static final StructLayout RECT =
            CStruct.of("RECT", integer("left"), integer("top"), integer("right"), integer("bottom"));

    // winuser.h
    static final StructLayout MOUSEINPUT = CStruct.of(
            "MOUSEINPUT",
            integer("dx"),
            integer("dy"),
            integer("mouseData"),
            integer("dwFlags"),
            integer("time"),
            handle("dwExtraInfo"));
    static final StructLayout KEYBDINPUT = CStruct.of(
            "KEYBDINPUT",
            JAVA_SHORT.withName("wVk"),
            JAVA_SHORT.withName("wScan"),
            integer("dwFlags"),
            integer("time"),
            handle("dwExtraInfo"));
    static final StructLayout INPUT = CStruct.of(
            "INPUT",
            integer("type"),
            MemoryLayout.unionLayout(MOUSEINPUT.withName("mi"), KEYBDINPUT.withName("ki"))
                    .withName("one"));
    static final StructLayout MSG = CStruct.of(
            "MSG",
            handle("hwnd"),
            integer("message"),
            handle("wParam"),
            handle("lParam"),
            integer("time"),
            POINT.withName("pt"));
    static final StructLayout CURSORINFO = CStruct.of(
            "CURSORINFO", integer("cbSize"), integer("flags"), handle("hCursor"), POINT.withName("ptScreenPos"));
    static final StructLayout ICONINFO = CStruct.of(
            "ICONINFO",
            integer("fIcon"),
            integer("xHotspot"),
            integer("yHotspot"),
            handle("hbmMask"),
            handle("hbmColor"));
    static final StructLayout MONITORINFOEXW = CStruct.of(
            "MONITORINFOEXW",
            integer("cbSize"),
            RECT.withName("rcMonitor"),
            RECT.withName("rcWork"),
            integer("dwFlags"),
            MemoryLayout.sequenceLayout(32, JAVA_CHAR).withName("szDevice"));

    // wingdi.h
    static final StructLayout BITMAP = CStruct.of(
            "BITMAP",
            integer("bmType"),
            integer("bmWidth"),
            integer("bmHeight"),
            integer("bmWidthBytes"),
            JAVA_SHORT.withName("bmPlanes"),
            JAVA_SHORT.withName("bmBitsPixel"),
            ADDRESS.withName("bmBits"));
    static final StructLayout BITMAPINFOHEADER = CStruct.of(
            "BITMAPINFOHEADER",
            integer("biSize"),
            integer("biWidth"),
            integer("biHeight"),
            JAVA_SHORT.withName("biPlanes"),
            JAVA_SHORT.withName("biBitCount"),
            integer("biCompression"),
            integer("biSizeImage"),
            integer("biXPelsPerMeter"),
            integer("biYPelsPerMeter"),
            integer("biClrUsed"),
            integer("biClrImportant"));

    // dxgi.h, dxgitype.h
    static final StructLayout DXGI_OUTPUT_DESC = CStruct.of(
            "DXGI_OUTPUT_DESC",
            MemoryLayout.sequenceLayout(32, JAVA_CHAR).withName("DeviceName"),
            RECT.withName("DesktopCoordinates"),
            integer("AttachedToDesktop"),
            integer("Rotation"),
            handle("Monitor"));

    // dxgi1_2.h
    static final StructLayout DXGI_OUTDUPL_POINTER_POSITION =
            CStruct.of("DXGI_OUTDUPL_POINTER_POSITION", POINT.withName("Position"), integer("Visible"));
    static final StructLayout DXGI_OUTDUPL_FRAME_INFO = CStruct.of(
            "DXGI_OUTDUPL_FRAME_INFO",
            JAVA_LONG.withName("LastPresentTime"),
            JAVA_LONG.withName("LastMouseUpdateTime"),
            integer("AccumulatedFrames"),
            integer("RectsCoalesced"),
            integer("ProtectedContentMaskedOut"),
            DXGI_OUTDUPL_POINTER_POSITION.withName("PointerPosition"),
            integer("TotalMetadataBufferSize"),
            integer("PointerShapeBufferSize"));
    static final StructLayout DXGI_OUTDUPL_MOVE_RECT =
            CStruct.of("DXGI_OUTDUPL_MOVE_RECT", POINT.withName("SourcePoint"), RECT.withName("DestinationRect"));

    // d3d11.h
    static final StructLayout D3D11_TEXTURE2D_DESC = CStruct.of(
            "D3D11_TEXTURE2D_DESC",
            integer("Width"),
            integer("Height"),
            integer("MipLevels"),
            integer("ArraySize"),
            integer("Format"),
            CStruct.of("DXGI_SAMPLE_DESC", integer("Count"), integer("Quality")).withName("SampleDesc"),
            integer("Usage"),
            integer("BindFlags"),
            integer("CPUAccessFlags"),
            integer("MiscFlags"));
    static final StructLayout D3D11_MAPPED_SUBRESOURCE = CStruct.of(
            "D3D11_MAPPED_SUBRESOURCE", ADDRESS.withName("pData"), integer("RowPitch"), integer("DepthPitch"));
    static final StructLayout D3D11_BOX = CStruct.of(
            "D3D11_BOX",
            integer("left"),
            integer("top"),
            integer("front"),
            integer("right"),
            integer("bottom"),
            integer("back"));

    private Structs() {}

    private static MemoryLayout integer(String name) {
        return JAVA_INT.withName(name);
    }

    private static MemoryLayout handle(String name) {
        return JAVA_LONG.withName(name);
    }
}
