<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>AnswerButtons</name>
    <message>
        <source>检查结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>合理缺项</source>
        <translation>Not applicable</translation>
    </message>
</context>
<context>
    <name>BusyOverlay</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在处理</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>正在取消……</source>
        <translation>Cancelling…</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>拍照</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>摄像头</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>没有可用的摄像头</source>
        <translation>No camera available</translation>
    </message>
    <message>
        <source>可以选择已有的照片，或连接摄像头后再试。</source>
        <translation>Choose an existing photo, or connect a camera and try again.</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Not set</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>必填</source>
        <translation>required</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>页面导航</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>请输入 {least} 到 {most} 之间的数。</source>
        <translation>Enter a number from {least} to {most}.</translation>
    </message>
    <message numerus="yes">
        <source>请输入数字，最多 %n 位小数。</source>
        <translation>
            <numerusform>Enter a number with at most %n decimal place.</numerusform>
            <numerusform>Enter a number with at most %n decimal places.</numerusform>
        </translation>
    </message>
    <message>
        <source>请输入整数。</source>
        <translation>Enter a whole number.</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>文书预览</source>
        <translation>Document preview</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {count} 页</source>
        <translation>Page {page} of {count}</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>添加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>拍照</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>也可以把图片拖到这里，或按 Ctrl+V 粘贴。</source>
        <translation>You can also drop pictures here, or paste with Ctrl+V.</translation>
    </message>
    <message>
        <source>照片 {place}</source>
        <translation>Photo {place}</translation>
    </message>
    <message>
        <source>移除照片 {place}</source>
        <translation>Remove photo {place}</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>搜索主体、任务、检查、文书……</source>
        <translation>Search enterprises, tasks, visits, documents…</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索结果</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>↑↓ 选择   Enter 打开   Esc 关闭</source>
        <translation>↑↓ choose   Enter open   Esc close</translation>
    </message>
    <message>
        <source>没有找到。可输入名称中的两个字、拼音首字母或统一社会信用代码。</source>
        <translation>Nothing found. Type two characters of a name, pinyin initials or a credit code.</translation>
    </message>
    <message>
        <source>输入名称中的两个字、拼音首字母或统一社会信用代码。</source>
        <translation>Type two characters of a name, pinyin initials or a credit code.</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>检查部分</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>{title}，已查 {answered} 项，共 {total} 项</source>
        <translation>{title}: {answered} of {total} checked</translation>
    </message>
    <message numerus="yes">
        <source>，不符合 %n 项</source>
        <translation>
            <numerusform>, %n not met</numerusform>
            <numerusform>, %n not met</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>市场监管现场执法</source>
        <translation>Market Inspection</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>签名板</source>
        <translation>Signature pad</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>执法人员 {names}</source>
        <translation>Officers {names}</translation>
    </message>
    <message>
        <source>正在同步</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>待上传 %n 项</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>待传照片 %n 张</source>
        <translation>
            <numerusform>%n photo waiting</numerusform>
            <numerusform>%n photos waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>已全部上传</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>尚未同步</source>
        <translation>Never synced</translation>
    </message>
    <message>
        <source>上次同步 {time}</source>
        <translation>Last sync {time}</translation>
    </message>
    <message>
        <source>记录完整</source>
        <translation>Journal intact</translation>
    </message>
    <message>
        <source>正在核对记录</source>
        <translation>Checking journal</translation>
    </message>
    <message>
        <source>记录链断裂</source>
        <translation>Journal broken</translation>
    </message>
    <message>
        <source>时钟正常</source>
        <translation>Clock fine</translation>
    </message>
    <message>
        <source>时钟待核对</source>
        <translation>Clock unchecked</translation>
    </message>
    <message>
        <source>时钟可疑</source>
        <translation>Clock doubtful</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>检查步骤</source>
        <translation>Steps of the visit</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>当前步骤</source>
        <translation>current step</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>to do</translation>
    </message>
    <message>
        <source>暂不能进行</source>
        <translation>blocked</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>搜索 (Ctrl+K)</source>
        <translation>Search (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>_NoticeBody</name>
    <message>
        <source>关闭提示</source>
        <translation>Dismiss message</translation>
    </message>
</context>
</TS>
