package org.beistand.client.platform.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.StructLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.pixels.Turn;
import org.junit.jupiter.api.Test;

/** What we took from the headers of Windows is what a C compiler finds there: see {@code headers.c}. */
class HeadersTest {
    private static final Map<String, Long> FACTS = facts();

    private static Map<String, Long> facts() {
        try (InputStream in = HeadersTest.class.getResourceAsStream("headers.txt")) {
            Map<String, Long> facts = new TreeMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] words = line.split(" ");
                facts.put(words[0], Long.parseLong(words[1]));
            }
            return facts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void structsAreLaidOutAsACompilerDoes() throws IllegalAccessException {
        Map<String, Long> ours = new TreeMap<>();
        for (Field field : Structs.class.getDeclaredFields()) {
            StructLayout struct = (StructLayout) field.get(null);
            assertEquals(field.getName(), struct.name().orElseThrow());
            ours.put("size__" + field.getName(), struct.byteSize());
            FACTS.keySet().stream()
                    .filter(name -> name.startsWith("at__" + field.getName() + "__"))
                    .forEach(name -> ours.put(name, offset(struct, name)));
        }
        // Compared as parts of others.
        ours.keySet().removeAll(List.of("size__MOUSEINPUT", "size__KEYBDINPUT", "size__DXGI_OUTDUPL_POINTER_POSITION"));
        Map<String, Long> theirs = new TreeMap<>(FACTS);
        theirs.keySet().removeIf(name -> !name.startsWith("size__") && !name.startsWith("at__"));
        assertTrue(theirs.size() > 60);
        assertEquals(theirs, ours);
    }

    /** {@code at__INPUT__mi__dx}: the members of the union have no name of their own for it in C. */
    private static long offset(StructLayout struct, String fact) {
        String[] path = fact.split("__");
        return path.length == 3 ? CStruct.offset(struct, path[2]) : CStruct.offset(struct, "one", path[2], path[3]);
    }

    @Test
    void constantsAreThoseOfTheHeaders() throws IllegalAccessException {
        Map<String, Long> ours = new TreeMap<>();
        for (Class<?> one : List.of(
                ComFailed.class,
                CopiedDesktop.class,
                D3dDevice.class,
                D3dTexture.class,
                DisplayAffinity.class,
                Dpi.class,
                InputRecords.class,
                Keyboard.class,
                NativeCaptures.class,
                NativeHotKeys.class,
                NativeInjection.class,
                NativeLayout.class,
                NativeMonitors.class,
                NativePointer.class,
                NativeWindowTable.class)) {
            ours.putAll(constants(one));
        }
        ours.keySet().removeIf(name -> !FACTS.containsKey(name));
        ours.putAll(mouseAndKeys());
        ours.put("value__DIB_RGB_COLORS", 0L); // arguments of CreateDIBSection and members that stay zero
        ours.put("value__BI_RGB", 0L);
        ours.put("value__MOD_ALT", 1L); // as HotKeys says
        ours.put("value__MOD_CONTROL", 2L);
        ours.put("value__MOD_SHIFT", 4L);
        ours.put("value__MOD_WIN", 8L);
        Map<String, Long> theirs = new TreeMap<>(FACTS);
        theirs.keySet().removeIf(name -> !name.startsWith("value__"));
        theirs.keySet().removeIf(name -> name.startsWith("value__DXGI_MODE_ROTATION_"));
        assertTrue(theirs.size() > 50);
        assertEquals(theirs, ours);
    }

    private static Map<String, Long> constants(Class<?> one) throws IllegalAccessException {
        Map<String, Long> found = new HashMap<>();
        for (Field field : one.getDeclaredFields()) {
            boolean number = field.getType() == int.class || field.getType() == long.class;
            if (Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()) && number) {
                field.setAccessible(true);
                found.put("value__" + field.getName(), ((Number) field.get(null)).longValue());
            }
        }
        return found;
    }

    private static Map<String, Long> mouseAndKeys() {
        Map<String, Integer> names = Map.ofEntries(
                Map.entry("MOUSEEVENTF_MOVE", InputEvent.MOUSE_MOVE),
                Map.entry("MOUSEEVENTF_LEFTDOWN", InputEvent.LEFT_DOWN),
                Map.entry("MOUSEEVENTF_LEFTUP", InputEvent.LEFT_UP),
                Map.entry("MOUSEEVENTF_RIGHTDOWN", InputEvent.RIGHT_DOWN),
                Map.entry("MOUSEEVENTF_RIGHTUP", InputEvent.RIGHT_UP),
                Map.entry("MOUSEEVENTF_MIDDLEDOWN", InputEvent.MIDDLE_DOWN),
                Map.entry("MOUSEEVENTF_MIDDLEUP", InputEvent.MIDDLE_UP),
                Map.entry("MOUSEEVENTF_XDOWN", InputEvent.X_DOWN),
                Map.entry("MOUSEEVENTF_XUP", InputEvent.X_UP),
                Map.entry("MOUSEEVENTF_WHEEL", InputEvent.WHEEL),
                Map.entry("MOUSEEVENTF_HWHEEL", InputEvent.HORIZONTAL_WHEEL),
                Map.entry("MOUSEEVENTF_VIRTUALDESK", InputEvent.VIRTUAL_DESK),
                Map.entry("MOUSEEVENTF_ABSOLUTE", InputEvent.ABSOLUTE),
                Map.entry("XBUTTON1", InputEvent.X_BUTTON_1),
                Map.entry("XBUTTON2", InputEvent.X_BUTTON_2),
                Map.entry("WHEEL_DELTA", InputEvent.WHEEL_DELTA),
                Map.entry("KEYEVENTF_EXTENDEDKEY", InputEvent.EXTENDED_KEY),
                Map.entry("KEYEVENTF_KEYUP", InputEvent.KEY_UP),
                Map.entry("KEYEVENTF_UNICODE", InputEvent.UNICODE),
                Map.entry("KEYEVENTF_SCANCODE", InputEvent.SCAN_CODE));
        Map<String, Long> values = new HashMap<>();
        names.forEach((name, value) -> values.put("value__" + name, value.longValue()));
        return values;
    }

    @Test
    void rotationsAreThoseOfTheHeaders() {
        assertEquals(Turn.NONE, turn("IDENTITY"));
        assertEquals(Turn.QUARTER, turn("ROTATE90"));
        assertEquals(Turn.HALF, turn("ROTATE180"));
        assertEquals(Turn.THREE_QUARTERS, turn("ROTATE270"));
    }

    private static Turn turn(String name) {
        return DxgiOutput.turn(FACTS.get("value__DXGI_MODE_ROTATION_" + name).intValue());
    }

    @Test
    void methodsStandInTheirInterfacesWhereWeLookForThem() {
        Map<String, Integer> ours = new TreeMap<>(Map.ofEntries(
                Map.entry("IUnknown__QueryInterface", ComObject.QUERY_INTERFACE),
                Map.entry("IUnknown__Release", ComObject.RELEASE),
                Map.entry("IDXGIFactory1__EnumAdapters1", DxgiFactory.ENUM_ADAPTERS_1),
                Map.entry("IDXGIFactory1__IsCurrent", DxgiFactory.IS_CURRENT),
                Map.entry("IDXGIAdapter1__EnumOutputs", DxgiAdapter.ENUM_OUTPUTS),
                Map.entry("IDXGIOutput1__GetDesc", DxgiOutput.GET_DESC),
                Map.entry("IDXGIOutput1__DuplicateOutput", DxgiOutput.DUPLICATE_OUTPUT),
                Map.entry("IDXGIOutputDuplication__AcquireNextFrame", OutputDuplication.ACQUIRE_NEXT_FRAME),
                Map.entry("IDXGIOutputDuplication__GetFrameDirtyRects", OutputDuplication.GET_FRAME_DIRTY_RECTS),
                Map.entry("IDXGIOutputDuplication__GetFrameMoveRects", OutputDuplication.GET_FRAME_MOVE_RECTS),
                Map.entry("IDXGIOutputDuplication__ReleaseFrame", OutputDuplication.RELEASE_FRAME),
                Map.entry("ID3D11Texture2D__GetDesc", D3dTexture.GET_DESC),
                Map.entry("ID3D11Device__CreateTexture2D", D3dDevice.CREATE_TEXTURE_2D),
                Map.entry("ID3D11DeviceContext__Map", D3dDevice.MAP),
                Map.entry("ID3D11DeviceContext__Unmap", D3dDevice.UNMAP),
                Map.entry("ID3D11DeviceContext__CopySubresourceRegion", D3dDevice.COPY_SUBRESOURCE_REGION)));
        Map<String, Integer> theirs = new TreeMap<>();
        FACTS.forEach((name, value) -> {
            if (name.startsWith("method__")) {
                theirs.put(name.substring("method__".length()), value.intValue());
            }
        });
        assertEquals(theirs, ours);
    }
}
